namespace KaBot.Exchange;

/// <summary>Tables in files: a workbook (<c>.xlsx</c>, a sheet a table), a CSV file, or a folder of them.</summary>
public static class TableFiles
{
    /// <summary>Throws <see cref="TableFileException"/> when a file is not there, or is no such file.</summary>
    public static IReadOnlyList<Table> Read(string path)
    {
        try
        {
            if (Directory.Exists(path))
                return Directory.EnumerateFiles(path, "*.csv").Order(StringComparer.Ordinal).Select(CsvFile.Read).ToList() is { Count: > 0 } tables
                    ? tables : throw new TableFileException($"The folder '{path}' holds no .csv file.");
            if (!File.Exists(path)) throw new TableFileException($"There is no file '{path}'.");
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".xlsx" => Workbook.Read(path),
                ".csv" => [CsvFile.Read(path)],
                var other => throw new TableFileException($"'{path}' ends with '{other}'; write .xlsx, .csv, or the name of a folder with .csv files."),
            };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new TableFileException($"'{path}' cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Writes tables to a workbook, or to a folder of CSV files; what is there by that name is replaced once all is written.</summary>
    public static void Write(string path, IReadOnlyList<Table> tables)
    {
        try
        {
            if (Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase)) Workbook.Write(path, tables);
            else
                foreach (var table in tables) CsvFile.Write(Path.Combine(Directory.CreateDirectory(path).FullName, table.Name + ".csv"), table);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new TableFileException($"'{path}' cannot be written: {fault.Message}", fault);
        }
    }
}
