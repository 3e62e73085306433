using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using KaBot.Storage;

namespace KaBot.Exchange;

/// <summary>
/// A table as CSV. Written as UTF-8 with a mark, so that Excel shows Chinese; a cell that a spreadsheet would take for a formula is
/// written behind an apostrophe. Read as UTF-8, UTF-16 with a mark, or GB18030, which Chinese spreadsheets save; with commas,
/// semicolons or tabs.
/// </summary>
internal static class CsvFile
{
    private static readonly CsvConfiguration Writing = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape, InjectionCharacters = Formula.Starts.ToCharArray(), InjectionEscapeCharacter = '\'',
    };

    static CsvFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Table Read(string path)
    {
        var text = Decode(path, File.ReadAllBytes(path));
        var rows = Rows(path, text).GetEnumerator();
        var name = Path.GetFileNameWithoutExtension(path).ToLowerInvariant();
        return rows.MoveNext() ? new Table(name, [.. rows.Current.Cells.Select(cell => cell ?? "")], Rest(rows)) : new Table(name, [], []);
    }

    public static void Write(string path, Table table)
    {
        var whole = path + ".part";
        using (var csv = new CsvWriter(new StreamWriter(whole, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), Writing))
        {
            Record(csv, table.Columns);
            foreach (var row in table.Rows) Record(csv, row.Cells);
        }
        File.Move(whole, path, overwrite: true);
    }

    private static void Record(CsvWriter csv, IReadOnlyList<string?> cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        csv.NextRecord();
    }

    private static IEnumerable<TableRow> Rest(IEnumerator<TableRow> rows)
    {
        using (rows)
            while (rows.MoveNext()) yield return rows.Current;
    }

    private static IEnumerable<TableRow> Rows(string path, string text)
    {
        var faults = new List<string>();
        var reading = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true, DetectDelimiterValues = [",", ";", "\t"], BadDataFound = bad => faults.Add(bad.RawRecord.Trim()), IgnoreBlankLines = false,
        };
        using var parser = new CsvParser(new StringReader(text), reading);
        for (var number = 1; parser.Read(); number++)
        {
            var cells = parser.Record!.Select(Cell).ToArray();
            if (faults is [var record, ..])
                throw new TableFileException($"'{path}', row {number}: a quotation mark stands alone in '{(record.Length > 60 ? record[..60] + "…" : record)}'; double it, or close the quotation.");
            if (cells.Any(cell => cell is not null)) yield return new TableRow(number, cells);
        }
    }

    private static string? Cell(string cell)
    {
        var plain = StorableText.Of(cell).Trim();
        return plain.Length == 0 ? null : Formula.Plain(plain);
    }

    private static string Decode(string path, byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        foreach (var encoding in new[] { "utf-8", "gb18030" })
            try
            {
                var text = Encoding.GetEncoding(encoding, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes, start, bytes.Length - start);
                if (!text.Contains('\0', StringComparison.Ordinal)) return text;
            }
            catch (DecoderFallbackException)
            {
                // The next encoding may fit.
            }
        throw new TableFileException($"'{path}' is text in no encoding KaBot reads; save it as \"CSV UTF-8\".");
    }
}
