using System.Globalization;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace KaBot.Exchange;

/// <summary>Tables as the sheets of an Excel workbook. Merged cells hold their value in each place; of a formula its last value is read.</summary>
internal static class Workbook
{
    private static readonly OpenXmlConfiguration Reading = new() { FillMergedCells = true, EnableSharedStringCache = false };

    public static IReadOnlyList<Table> Read(string path)
    {
        try
        {
            return [.. MiniExcel.GetSheetNames(path).Select(sheet => Sheet(path, sheet))];
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or TableFileException))
        {
            throw new TableFileException($"'{path}' is no Excel workbook (.xlsx) that can be read: {fault.Message}", fault);
        }
    }

    public static void Write(string path, IReadOnlyList<Table> tables)
    {
        var whole = path + ".part.xlsx";
        File.Delete(whole);
        MiniExcel.SaveAs(whole, tables.ToDictionary(table => table.Name, table => (object)Rows(table)), configuration: new OpenXmlConfiguration { TableStyles = TableStyles.None });
        File.Move(whole, path, overwrite: true);
    }

    private static List<Dictionary<string, object?>> Rows(Table table)
    {
        var rows = table.Rows.Select(row => table.Columns.Zip(row.Cells).ToDictionary(pair => pair.First, pair => (object?)pair.Second, StringComparer.Ordinal)).ToList();
        // A sheet without rows still says which columns it has.
        return rows.Count > 0 ? rows : [table.Columns.ToDictionary(column => column, _ => (object?)null, StringComparer.Ordinal)];
    }

    private static Table Sheet(string path, string sheet)
    {
        var rows = new List<TableRow>();
        var number = 0;
        foreach (IDictionary<string, object?> row in MiniExcel.Query(path, useHeaderRow: false, sheetName: sheet, configuration: Reading))
        {
            number++;
            string?[] cells = [.. row.Values.Select(Cell)];
            if (cells.Any(cell => cell is not null)) rows.Add(new TableRow(number, cells));
        }
        return rows.Count == 0 ? new Table(sheet.ToLowerInvariant(), [], []) : new Table(sheet.ToLowerInvariant(), [.. rows[0].Cells.Select(cell => cell ?? "")], rows.Skip(1));
    }

    private static string? Cell(object? value) => value switch
    {
        null => null,
        string text => text.Trim() is { Length: > 0 } plain ? plain : null,
        DateTime moment when moment.TimeOfDay == TimeSpan.Zero => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        // A whole number is stored as a fraction too.
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString("0.############", CultureInfo.InvariantCulture),
        bool yes => yes ? "yes" : "no",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
