using Moderation.Benchmarks;

return args switch
{
    ["overturn"] => await Overturn.Measure(40_000),
    ["overturn", var count] when int.TryParse(count, out var decisions) && decisions > 0 => await Overturn.Measure(decisions),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/Moderation.Benchmarks -- overturn [decisions]");
    return 2;
}
