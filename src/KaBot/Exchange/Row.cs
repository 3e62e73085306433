namespace KaBot.Exchange;

/// <summary>A row with its cells by column.</summary>
internal sealed class Row(string table, int number, IReadOnlyDictionary<string, int> columns, IReadOnlyList<string?> cells, List<TableFault> faults)
{
    /// <summary>The cell of a column; null when it is empty, or there is no such column.</summary>
    public string? this[string column] => columns.TryGetValue(column, out var index) && index < cells.Count ? cells[index] : null;

    public bool Has(string column) => columns.ContainsKey(column);

    public void Fault(string message) => faults.Add(new TableFault(table, number, message));
}

/// <summary>The rows of each table, checked for columns and for cells that must not be empty.</summary>
internal static class Rows
{
    private const int MostColumns = 100;

    public static IReadOnlyDictionary<string, IReadOnlyList<Row>> Of(IReadOnlyList<Table> tables, List<TableFault> faults)
    {
        var rows = Sheets.Columns.Keys.ToDictionary(name => name, _ => (IReadOnlyList<Row>)[], StringComparer.Ordinal);
        foreach (var table in tables)
        {
            if (!rows.ContainsKey(table.Name))
                faults.Add(new TableFault(table.Name, 0, $"there is no such table; name the sheet or file {string.Join(", ", Sheets.Needed.Keys)}"));
            else if (table.Name == Sheets.Attempts)
                continue;
            else if (rows[table.Name].Count > 0) faults.Add(new TableFault(table.Name, 0, "it is there twice"));
            else rows[table.Name] = Checked(table, faults);
        }
        if (tables.Count == 0) faults.Add(new TableFault("file", 0, "it holds no table"));
        return rows;
    }

    private static List<Row> Checked(Table table, List<TableFault> faults)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(table.Columns.Count, MostColumns); i++)
        {
            var column = table.Columns[i].Trim().ToLowerInvariant();
            if (column.Length == 0) continue;
            if (!Sheets.Columns[table.Name].Contains(column))
                faults.Add(new TableFault(table.Name, 1, $"there is no column '{table.Columns[i]}'; known are {string.Join(", ", Sheets.Columns[table.Name])}"));
            else if (!columns.TryAdd(column, i)) faults.Add(new TableFault(table.Name, 1, $"the column '{column}' is there twice"));
        }
        var missing = Sheets.Needed[table.Name].Where(column => !columns.ContainsKey(column)).ToList();
        if (missing.Count > 0)
        {
            faults.Add(new TableFault(table.Name, 1, $"the column{(missing.Count > 1 ? "s" : "")} {string.Join(", ", missing)} must be there"));
            return [];
        }
        var rows = new List<Row>();
        foreach (var line in table.Rows)
        {
            var row = new Row(table.Name, line.Number, columns, line.Cells, faults);
            var empty = Sheets.Needed[table.Name].Where(column => row[column] is null).ToList();
            var spill = line.Cells.Skip(table.Columns.Count).Any(cell => cell is not null);
            var broken = line.Cells.FirstOrDefault(cell => cell is ['#', .., '!' or '?' or 'A']);
            if (empty.Count > 0) row.Fault($"{string.Join(", ", empty)} must be filled in");
            if (spill) row.Fault($"it has more cells than the {table.Columns.Count} columns of the header; put a cell that holds a comma into quotation marks");
            if (broken is "#REF!" or "#NAME?" or "#VALUE!" or "#DIV/0!" or "#N/A" or "#NULL!" or "#NUM!") row.Fault($"a formula gives {broken}; write its value instead");
            if (empty.Count == 0 && !spill) rows.Add(row);
        }
        return rows;
    }
}
