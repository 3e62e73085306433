using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching.Needs;

/// <summary>Reads coaching-questions.yaml.</summary>
internal static class NeedsReader
{
    public static NeedsBook Read(Source source, YamlEntry top)
    {
        var kinds = Entries.Each(top, "kinds", entry => new QuestionKind(entry.ReadId(), entry.ReadWords("name"), entry.ReadWords("how")));
        var roles = Entries.Each(top, "roles", entry => new MeetingRole(entry.ReadId(), entry.ReadWords("name"), entry.ReadWords("looks_at"), entry.List("words")));
        var questions = Entries.Each(top, "questions", entry => ReadQuestion(source, entry));
        foreach (var kind in kinds.Where(kind => kind.Id.Length > 0 && !questions.Any(q => q.Kind == kind.Id && q.Roles.IsEmpty && q.When.IsEmpty)))
            top.Fault($"the kind '{kind.Id}' has no question for anyone", "add one without `roles` and `when`", "questions");
        return new NeedsBook(kinds, roles, questions,
            Entries.Each(top, "steering", entry => new SteeringStep(entry.ReadId(), entry.ReadWords("name"), source.Sentence(entry, "say"))));

        NeedsQuestion ReadQuestion(Source at, YamlEntry entry)
        {
            var (named, when) = (entry.ReadId(), at.When(entry));
            var question = new NeedsQuestion(named, entry.Text("kind"), entry.List("roles"), entry.OneOf<NeedKind>("need"), when,
                entry.Optional("feeds"), at.Sentence(entry, "ask", when));
            if (question.Kind.Length > 0 && kinds.All(kind => kind.Id != question.Kind))
                entry.Fault($"'kind' names the unknown '{question.Kind}'", "use one of " + string.Join(", ", kinds.Select(kind => kind.Id)), "kind");
            foreach (var id in question.Roles.Where(id => roles.All(role => role.Id != id)))
                entry.Fault($"'roles' names the unknown '{id}'", "use one of " + string.Join(", ", roles.Select(role => role.Id)), "roles");
            if (question.Feeds is { Length: > 0 } fact && at.Playbook.Fact(fact) is null)
                entry.Fault($"'feeds' names the unknown fact '{fact}'", "use a fact of facts.yaml", "feeds");
            return question;
        }
    }
}
