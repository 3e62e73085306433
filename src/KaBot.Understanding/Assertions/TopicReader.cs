using KaBot.Understanding.Data;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Assertions;

/// <summary>
/// What is said of a topic that was named just before. A heading is answered by what follows: "Budget: none approved", 上线：8月1日,
/// 比选做完了吗？没有. And a clause without a topic of its own goes on with the last one: 首款约好这周打，还没打.
/// </summary>
internal sealed class TopicReader(UnderstandingData data, ReplyReader replies)
{
    private const int ClausesOfTopic = 2;

    public void Run(Workspace work)
    {
        for (var fact = 0; fact < data.Words.Length; fact++)
            foreach (ref readonly var hit in work.Hits.Of(data.Words[fact].Topic))
                if ((Answer(work, hit) ?? AnswerToOwnQuestion(work, fact, hit)) is { } start)
                {
                    var end = work.Layout.Sentence(start).End;
                    replies.Run(work, fact, start, end, whole: false);
                }
                else GoOn(work, fact, hit);
    }

    private void GoOn(Workspace work, int fact, in Words.Hit topic)
    {
        var (clauses, named) = (work.Layout.Clauses, work.Layout.ClauseAt(topic.Start));
        for (var next = named + 1; next < clauses.Count && next <= named + ClausesOfTopic; next++)
        {
            if (HasTopic(work, clauses[next]) || TellsOther(work, fact, clauses[next])) return;
            replies.Continue(work, fact, clauses[next].Start, clauses[next].End);
        }
    }

    private bool HasTopic(Workspace work, Clause clause)
    {
        foreach (var words in data.Words)
            if (work.Hits.Any(words.Topic, clause.Start, clause.End)) return true;
        return false;
    }

    // "Deposit outstanding, received their draft": what was received is told.
    private static bool TellsOther(Workspace work, int fact, Clause clause)
    {
        foreach (var found in work.Found)
            if (found.Chain.Fact != fact && !found.Chain.OnlyAsked && found.Start >= clause.Start && found.End <= clause.End) return true;
        return false;
    }

    // 比选做完了吗？没有: asked and answered by the rep himself.
    private int? AnswerToOwnQuestion(Workspace work, int fact, in Words.Hit hit)
    {
        var end = work.Layout.Clauses[work.Layout.ClauseAt(hit.Start)].End;
        return data.Facts[fact].Kind == Funnel.Facts.FactKind.Flag && end < work.Text.Length && work.Text[end - 1] is '?' or '？' ? end : null;
    }

    // Where the answer starts, or null when the word is no heading.
    private static int? Answer(Workspace work, in Words.Hit hit)
    {
        var text = work.Text;
        var clause = work.Layout.Clauses[work.Layout.ClauseAt(hit.Start)];
        if (Chars.Trim(text, clause.Start, hit.End).Start != hit.Start) return null;
        var at = hit.End;
        while (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length) return null;
        if (text[at] is not (':' or '：' or '=' or '?' or '？' or '呢' or '-')) return null;
        while (at < text.Length && (text[at] is ':' or '：' or '=' or '?' or '？' or '呢' or '-' or ' ' or ',' or '，' or '\n')) at++;
        return at < text.Length ? at : null;
    }
}
