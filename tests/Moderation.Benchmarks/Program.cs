using System.Diagnostics;
using Moderation.Benchmarks;

return args switch
{
    ["overturn"] => await Overturn.Measure(40_000, null),
    ["overturn", "--filled", var folder] => await Overturn.Measure(0, folder),
    ["overturn", var count] when int.TryParse(count, out var decisions) && decisions > 0 => await Overturn.Measure(decisions, null),
    ["rehearse"] => await Rehearse.Measure(40_000, null),
    ["rehearse", "--filled", var folder] => await Rehearse.Measure(0, folder),
    ["rehearse", var count] when int.TryParse(count, out var decisions) && decisions > 0 => await Rehearse.Measure(decisions, null),
    ["forecast"] => Forecast.Measure(20),
    ["forecast", var count] when int.TryParse(count, out var days) && days > 0 => Forecast.Measure(days),
    ["queue", .. var how] when QueueAtDepth.Plan.Of(how) is { } plan => await QueueAtDepth.Measure(plan),
    ["fill", var folder, var count, .. var never] when int.TryParse(count, out var decisions) && never is [] or ["--never"] => await Fill(folder, decisions, never is []),
    ["activity"] => await ActivityImport.Measure(100_000),
    ["activity", var count] when int.TryParse(count, out var rows) && rows > 0 => await ActivityImport.Measure(rows),
    ["clickbait", var file] => ClickbaitFigures.Measure(file, null),
    ["clickbait", var file, "--write", var model] => ClickbaitFigures.Measure(file, model),
    ["bank"] => BankOfHashes.Measure(1_000_000, null),
    ["bank", var count] when int.TryParse(count, out var hashes) && hashes > 0 => BankOfHashes.Measure(hashes, null),
    ["bank", var count, var folder] when int.TryParse(count, out var hashes) && hashes > 0 => BankOfHashes.Measure(hashes, folder),
    ["look-alikes"] => await LookAlikes.Measure(200_000),
    ["look-alikes", var count] when int.TryParse(count, out var pictures) && pictures > 0 => await LookAlikes.Measure(pictures),
    ["texts"] => PlainTexts.Measure(),
    ["spread"] => await Spread.Measure(10_000),
    ["spread", var count] when int.TryParse(count, out var copies) && copies > 0 => await Spread.Measure(copies),
    _ => Usage(),
};

static async Task<int> Fill(string folder, int decisions, bool hasRun)
{
    var clock = Stopwatch.StartNew();
    Directory.CreateDirectory(folder);
    await using var product = await Installed.Open(folder);
    await BadRule.Fill(product, decisions, hasRun);
    Figures.Say("filled", clock.Elapsed.TotalSeconds, "s");
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project tests/Moderation.Benchmarks -- overturn [decisions]
        dotnet run -c Release --project tests/Moderation.Benchmarks -- overturn --filled <folder>
        dotnet run -c Release --project tests/Moderation.Benchmarks -- rehearse [decisions]
        dotnet run -c Release --project tests/Moderation.Benchmarks -- rehearse --filled <folder>
        dotnet run -c Release --project tests/Moderation.Benchmarks -- forecast [days]
        dotnet run -c Release --project tests/Moderation.Benchmarks -- fill <folder> <decisions> [--never]
        dotnet run -c Release --project tests/Moderation.Benchmarks -- queue [--depths=10000,100000,1000000,5000000] [--rounds=7] [--times=60] [--folder=<folder>] [--alone]
        dotnet run -c Release --project tests/Moderation.Benchmarks -- activity [rows]
        dotnet run -c Release --project tests/Moderation.Benchmarks -- clickbait <headings.csv> [--write <model>]
        dotnet run -c Release --project tests/Moderation.Benchmarks -- bank [hashes] [<folder with haystack.txt and needles.txt>]
        dotnet run -c Release --project tests/Moderation.Benchmarks -- look-alikes [pictures]
        dotnet run -c Release --project tests/Moderation.Benchmarks -- texts
        dotnet run -c Release --project tests/Moderation.Benchmarks -- spread [copies]
        """);
    return 2;
}
