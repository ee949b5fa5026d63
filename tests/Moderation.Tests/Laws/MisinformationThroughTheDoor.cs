using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Eligibility;
using Moderation.Guidelines;
using Moderation.Laws;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Tests.FactChecks;

namespace Moderation.Tests.Laws;

/// <summary>
/// Accounts that cross, un-cross and re-cross the threshold by posts, ratings, corrections, withdrawals, unmatched copies, deletions and
/// time. Of each history there are two accounts: of one everything is heard as it happens, of the other posts are heard of late.
/// </summary>
public sealed class MisinformationThroughTheDoor : OnAFactCheck
{
    private static readonly (int, int, int) Numbers = (2, 90, 90);

    private int crossed;
    private int uncrossed;
    private int recrossed;

    [Fact]
    public async Task An_account_is_limited_at_every_instant_as_its_ratings_ask_whenever_they_are_heard_of()
    {
        await Ready();
        await Accredit("facts.example");
        var played = 0;
        await Task.Run(() => Law.Holds(Gen.Choose(0, int.MaxValue), seed => Holds(played++, seed).GetAwaiter().GetResult(), times: 24));

        // Else there would be nothing to be right about.
        Assert.True(crossed > 8 && uncrossed > 4 && recrossed > 2, $"{crossed} crossed, {uncrossed} un-crossed, {recrossed} crossed again");
    }

    private async Task<bool> Holds(int number, int seed)
    {
        var script = MisinformationScript.Draw(new Random(seed));
        var (prompt, late) = (new MisinformationPlay(world, script, $"prompt-{number}", chance: null), new MisinformationPlay(world, script, $"late-{number}", new Random(seed)));
        await prompt.Begin();
        await late.Begin();
        var told = new List<bool>();
        for (var step = 0; step < script.Steps.Count; step++)
        {
            world.Clock.Pass(script.Steps[step].After);
            await prompt.Do(step);
            await late.Do(step);
            told.Add(await prompt.Agrees(Now));
        }

        await late.HearTheRest();
        var instants = Repeats.Around(prompt.StrikesKnown, Numbers).Append(Now).Append(Now.AddDays(400)).ToArray();
        Assert.Equal(prompt.StrikesNow.Select(x => x - prompt.Begun), late.StrikesNow.Select(x => x - late.Begun));
        foreach (var play in new[] { prompt, late })
        {
            var outcomes = play.Outcomes();
            foreach (var at in instants)
                Assert.Equal((seed, play.Account, at, Repeats.IsLimited(play.StrikesNow, Numbers, at)), (seed, play.Account, at, MisinformationPlay.IsLimited(outcomes, at, Now)));
        }

        var changes = told.Aggregate((Last: false, Times: 0), (x, limited) => (limited, x.Times + (limited == x.Last ? 0 : 1))).Times;
        (crossed, uncrossed, recrossed) = (crossed + (changes > 0 ? 1 : 0), uncrossed + (changes > 1 ? 1 : 0), recrossed + (changes > 2 ? 1 : 0));
        return true;
    }
}
