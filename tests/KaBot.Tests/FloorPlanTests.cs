using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace KaBot.Tests;

/// <summary>Who may use whom: each floor only the floors below it, and a feature no other feature.</summary>
public sealed class FloorPlanTests
{
    private static readonly Architecture House = new ArchLoader().LoadAssemblies(
        typeof(KaBot.Web.Server).Assembly, typeof(KaBot.Understanding.MessageReader).Assembly, typeof(KaBot.Funnel.Playbooks.Playbook).Assembly).Build();

    [Theory]
    [InlineData("KaBot.Funnel", "KaBot.(Understanding|Language|Storage|Cards|Turns|Chat|Web|Commands|CheckIn|Pipeline|People|Coaching|Quiz|Reminders|Exchange)")]
    [InlineData("KaBot.Understanding", "KaBot.(Language|Storage|Cards|Turns|Chat|Web|Commands|CheckIn|Pipeline|People|Coaching|Quiz|Reminders|Exchange)")]
    [InlineData("KaBot.Language", "KaBot.(Storage|Cards|Turns|Chat|Web|Commands|CheckIn|Pipeline|People|Coaching|Quiz|Reminders|Exchange)")]
    [InlineData("KaBot.Storage", "KaBot.(Language|Cards|Turns|Chat|Web|Commands|CheckIn|Pipeline|People|Coaching|Quiz|Reminders|Exchange)")]
    [InlineData("KaBot.Cards", "KaBot.(Storage|Turns|Chat|Web|Commands|CheckIn|Pipeline|People|Coaching|Quiz|Reminders|Exchange)")]
    [InlineData("KaBot.Turns", "KaBot.(Chat|Web|Commands|CheckIn|Pipeline|People|Coaching|Quiz|Reminders|Exchange)")]
    [InlineData("KaBot.CheckIn", "KaBot.(Chat|Web|Commands|Pipeline|People|Coaching|Quiz|Reminders|Exchange)")]
    [InlineData("KaBot.Pipeline", "KaBot.(Chat|Web|Commands|CheckIn|People|Coaching|Quiz|Reminders|Exchange)")]
    [InlineData("KaBot.People", "KaBot.(Chat|Web|Commands|CheckIn|Pipeline|Coaching|Quiz|Reminders|Exchange)")]
    [InlineData("KaBot.Coaching", "KaBot.(Chat|Web|Commands|CheckIn|Pipeline|People|Quiz|Reminders|Exchange)")]
    [InlineData("KaBot.Quiz", "KaBot.(Chat|Web|Commands|CheckIn|Pipeline|People|Coaching|Reminders|Exchange)")]
    [InlineData("KaBot.Reminders", "KaBot.(Chat|Web|Commands|CheckIn|Pipeline|People|Coaching|Quiz|Exchange)")]
    [InlineData("KaBot.Exchange", "KaBot.(Chat|Web|Commands|CheckIn|Pipeline|People|Coaching|Quiz|Reminders)")]
    public void A_floor_uses_only_those_below(string floor, string above) =>
        Types().That().ResideInNamespaceMatching($"^{floor}(\\.|$)").Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching($"^{above}(\\.|$)")
            .Check(House);

    [Theory]
    [InlineData("KaBot.(Funnel|Understanding|Language|Storage|Cards)")]
    public void Only_the_edge_names_the_bot_framework(string floor) =>
        Types().That().ResideInNamespaceMatching($"^{floor}(\\.|$)").Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching("^Microsoft\\.Bot(\\.|$)")
            .WithoutRequiringPositiveResults().Check(House);

    [Fact]
    public void The_pure_floors_touch_no_disk_no_network_and_no_clock() =>
        Types().That().ResideInNamespaceMatching("^KaBot\\.(Funnel|Understanding)(\\.|$)").Should()
            .NotDependOnAnyTypesThat().HaveFullNameMatching(@"^(System\.(IO\.(File|Directory|Path|StreamReader|StreamWriter).*|Net\..*|Data\..*|Console|Environment|TimeProvider)|Microsoft\.Extensions\..*)$")
            .Check(House);
}
