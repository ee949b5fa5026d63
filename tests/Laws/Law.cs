using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Moderation.Laws;

/// <summary>
/// How laws are checked: many made-up cases from a seed that is the same each time, so that a failure comes back;
/// MODERATION_RANDOM_SEED=true draws a new one, for the nights.
/// </summary>
internal static class Law
{
    private const ulong Seed = 20210608;
    private const ulong Gamma = 11400714819323198485;

    public static void Holds<T>(Gen<T> cases, Func<T, bool> law, int times = 1000) =>
        Prop.ForAll(cases.ToArbitrary(), law).Check(Configure(times));

    private static Config Configure(int times)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true);
        return bool.TryParse(Environment.GetEnvironmentVariable("MODERATION_RANDOM_SEED"), out var isRandom) && isRandom
            ? config
            : config.WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed, Gamma), FSharpOption<int>.None)));
    }
}
