using KaBot.Cards.Elements;
using KaBot.Funnel.Playbooks;
using KaBot.Language;
using KaBot.Reminders.Delivery;
using KaBot.Reminders.Schedules;
using KaBot.Storage;

namespace KaBot.Reminders.Teams;

/// <summary>The manager's digest over the last seven days. With it, each of the team who told nothing gets one nudge.</summary>
public sealed class DigestContent(Store store, ReminderStore reminders, Playbook playbook, LanguageFiles languages) : IMessageContent
{
    private static readonly TimeSpan Period = TimeSpan.FromDays(7);

    public string Kind => ReminderKinds.Digest;

    public async Task<Composed?> ComposeAsync(Recipient to, DateTimeOffset now)
    {
        if (await OfAsync(to.Person.Id, now) is not { } digest) return null;
        await reminders.NudgeAsync([.. digest.Silent.Select(member => member.Id)], now);
        return new Composed(DigestCard.Of(languages.For(to.Person.Language ?? Address.Locale(to.Person.Reference!)), playbook, digest), []);
    }

    /// <summary>A digest stays as it was when it was sent.</summary>
    public Task<Card?> RefreshAsync(Recipient to, Reminder sent, DateTimeOffset now) => Task.FromResult<Card?>(null);

    /// <summary>How the team of a manager stands; null for somebody to whom nobody reports.</summary>
    public async Task<TeamDigest?> OfAsync(string managerId, DateTimeOffset now)
    {
        var ids = await reminders.TeamAsync(managerId);
        if (ids.Count == 0) return null;
        var since = now - Period;
        var answered = await reminders.AnsweredAsync(ids, since);
        var names = await store.NamesAsync(ids);
        List<TeamMember> team = [];
        foreach (var id in ids)
        {
            List<TeamDeal> deals = [];
            foreach (var deal in await store.DealsOfAsync(id)) deals.Add(new TeamDeal(deal, deal.Latest?.At <= since ? deal.Latest : await store.AsOfAsync(deal.Id, since)));
            team.Add(new TeamMember(id, names.GetValueOrDefault(id, id), answered.Contains(id), deals));
        }
        return TeamDigest.Of(playbook, team, since, now);
    }
}

/// <summary>One friendly word to a rep who told nothing for a week; none when they have told since.</summary>
public sealed class NudgeContent(ReminderStore reminders, LanguageFiles languages) : IMessageContent
{
    public string Kind => ReminderKinds.Nudge;

    public async Task<Composed?> ComposeAsync(Recipient to, DateTimeOffset now)
    {
        var texts = languages.For(to.Person.Language ?? Address.Locale(to.Person.Reference!));
        var today = Zones.At(to.Settings.Zone, now.Date);
        return (await reminders.AnsweredAsync([to.Person.Id], today)).Count > 0 || to.Settings.IsAway(DateOnly.FromDateTime(now.DateTime))
            ? null : new Composed(NudgeCard.Of(texts), []);
    }

    public Task<Card?> RefreshAsync(Recipient to, Reminder sent, DateTimeOffset now) => Task.FromResult<Card?>(null);
}
