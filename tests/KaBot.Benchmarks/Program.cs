using KaBot.Benchmarks;

if (args is [Waterfall.ServeArgument, .. var rest])
{
    await Waterfall.ServeAsync(rest);
    return 0;
}

// dotnet run -c Release --project tests/KaBot.Benchmarks -- [name …]: a Markdown table of all, or of those named.
IBenchmark[] all = [new CheckInTurns(), new Waterfall(), new Qualifications(), new DealQuizzes(), new Readings(), new ReminderBursts(onPostgres: false), new ReminderBursts(onPostgres: true), new FullRate(), new KilledNodes(), new StartAndRest()];
var chosen = all.Where(benchmark => args.Length == 0 || args.Contains(benchmark.Name)).ToList();
if (chosen.Count == 0)
{
    Console.Error.WriteLine($"There is no benchmark of that name; there are: {string.Join(", ", all.Select(benchmark => benchmark.Name))}");
    return 1;
}
Console.WriteLine(Machine.Line);
Console.WriteLine();
Console.WriteLine("| what | figure | against |");
Console.WriteLine("|---|---|---|");
foreach (var benchmark in chosen)
    foreach (var row in await benchmark.RunAsync()) Console.WriteLine($"| {row.What} | {row.Figure} | {row.Mark} |");
return 0;
