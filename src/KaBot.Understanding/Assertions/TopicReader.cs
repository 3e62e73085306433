using KaBot.Understanding.Data;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Assertions;

/// <summary>Headings of a report: "Budget: none approved", 上线：8月1日, "Follow-up order? No." What follows answers the heading.</summary>
internal sealed class TopicReader(UnderstandingData data, ReplyReader replies)
{
    public void Run(Workspace work)
    {
        for (var fact = 0; fact < data.Words.Length; fact++)
            foreach (ref readonly var hit in work.Hits.Of(data.Words[fact].Topic))
                if (Answer(work, hit) is { } start)
                {
                    var end = work.Layout.Sentence(start).End;
                    replies.Run(work, fact, start, end, whole: false);
                }
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
