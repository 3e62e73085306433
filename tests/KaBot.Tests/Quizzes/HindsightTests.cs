using KaBot.Funnel.Quizzes;
using KaBot.Tests.Funnel;

namespace KaBot.Tests.Quizzes;

/// <summary>Which changes between two check-ins say that something had not been so.</summary>
public sealed class HindsightTests
{
    [Theory]
    // Struck, whatever it is.
    [InlineData("contact_made budget", "contact_made", "contact_made")]
    [InlineData("contact_made evaluating", "contact_made", "contact_made")]
    // Never so after all; what was learnt since is not part of how it was.
    [InlineData("contact_made bid_won", "contact_made bid_won=no visits", "contact_made bid_won=no")]
    // A state that has passed was there.
    [InlineData("contact_made price_objection", "contact_made price_objection=no", null)]
    // Nothing was claimed for sure, or nothing a stage turns on.
    [InlineData("contact_made ?bid_won", "contact_made", null)]
    [InlineData("contact_made amount", "contact_made", null)]
    [InlineData("contact_made", "contact_made visits", null)]
    public void What_was_taken_back_had_not_been_so(string before, string after, string? truth) =>
        Assert.Equal(truth is null ? null : Deal.Of(truth), Hindsight.Of(Deal.Playbook, Deal.Of(before), Deal.Of(after)));
}
