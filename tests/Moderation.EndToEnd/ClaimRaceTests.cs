using Moderation.EndToEnd.Races;
using Moderation.Laws;
using Xunit.Abstractions;

namespace Moderation.EndToEnd;

/// <summary>
/// Law 5 where it is hardest on SQLite: many people, leases that end, cases that become graver, nodes that are killed, one node or
/// two processes on one file. MODERATION_RACE_CASES=10000 races over as many instead of a thousand; that takes some minutes.
/// </summary>
public sealed class ClaimRaceTests(ITestOutputHelper output)
{
    private static int Cases { get; } = int.TryParse(Environment.GetEnvironmentVariable("MODERATION_RACE_CASES"), out var cases) ? cases : 1000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Sixty_four_moderators_never_share_a_case_lose_none_and_are_given_the_best(int nodes)
    {
        using var database = new Database();
        await using var running = await Nodes.Start(database, nodes);
        var contest = new Contest(database, running, Cases);
        contest.ShortenLeases();
        await contest.Fill();
        var race = new Race(database, contest);
        await race.Run(kills: Math.Max(2, Cases / 2000));

        var (history, check) = (contest.History, new RaceCheck(contest.History));
        string[] doubles = [.. check.Doubles()], stale = [.. check.Stale()], inversions = [.. check.Inversions()];
        var decided = Queue.Number(database, "SELECT COUNT(DISTINCT CaseId) FROM Decisions WHERE CauseId IS NULL");
        output.WriteLine($"""
            {nodes} nodes, {Cases} cases, {history.Claims.Count(x => x.Case is not null)} claims, {running.Kills} kills, {race.LostAnswers} lost answers,
            {history.Tries.Count(x => x is { Act: RaceAct.Expire, Accepted: true })} leases ended, {history.Ranks.Count - Cases} made graver,
            {history.Tries.Count(x => x is { Act: RaceAct.Decide, Accepted: false })} late or wrong decisions refused,
            {doubles.Length} doubles, {stale.Length} stale accepted, {inversions.Length} inversions, {Cases - decided} lost
            """);
        Assert.Empty(doubles.Concat(stale).Concat(inversions));
        Assert.Equal(Cases, decided);
        Assert.Equal(Cases, Queue.Number(database, "SELECT COUNT(*) FROM Decisions WHERE CauseId IS NULL"));
        Assert.Equal(Cases, history.Tries.Where(x => x is { Act: RaceAct.Decide, Accepted: true }).Select(x => x.Case).Distinct().Count());
        Assert.Equal(Cases, history.Tries.Count(x => x is { Act: RaceAct.Decide, Accepted: true }));
        Assert.Equal(0, Queue.Waiting(database));
        Assert.True(history.Tries.Count(x => x is { Act: RaceAct.Decide, Accepted: false }) > Cases / 20, "The race was too tame.");
    }
}
