using Microsoft.EntityFrameworkCore;
using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Tests.Laws;

/// <summary>Authors ask checkers to look again; they answer in time, late or never, and the appeal waits as long as they have time.</summary>
internal sealed class DisputePlay(World world, Actor.Staff checker)
{
    private static readonly string[] Refusals = ["dispute.windowClosed", "dispute.alreadyOpen", "dispute.alreadyAnswered", "dispute.nothingToDispute"];

    private readonly List<(Script Script, Act Act, DisputeId Id, DecisionId Decision)> open = [];
    private readonly Dictionary<string, int> seen = [];

    /// <summary>What the check says since the last answer that changed it; null for nothing any more.</summary>
    public Rating? Rating { get; private set; }

    /// <summary>Whether the check says something else at once.</summary>
    public async Task<bool> File(Script script, Act act, FactCheckId check)
    {
        var rated = world.Read(db => db.Decisions.AsNoTracking().Where(x => x.FactCheckId == check && x.AuthorId == script.Account && x.OverturnedAt == null).ToList());
        if (rated.OrderByDescending(x => x.NoticeAt).ThenBy(x => x.SubjectId, StringComparer.Ordinal).FirstOrDefault() is not { Id: var decision })
            return false;
        if (!(await world.Run(new Actor.Member(script.Account), new FileDispute(decision, script.Account, "It is true.", ["https://archive.example/1"]))).IsOk(out var filed, out var refusal))
        {
            Assert.Contains(refusal.Code, Refusals);
            return false;
        }

        Saw("filed");
        await Appeals(script, decision, waits: true);
        if (!act.IsLate)
            return await End(script, act, filed.DisputeId, decision);

        open.Add((script, act, filed.DisputeId, decision));
        return false;
    }

    /// <summary>Ends what waited since an earlier step, and tells which checks say what since.</summary>
    public async Task<IReadOnlyList<(int Check, Rating? Rating)>> AnswerLate(Script script, int step)
    {
        var changed = new List<(int, Rating?)>();
        foreach (var late in open.Where(x => x.Script == script && x.Act.Step < step).ToArray())
        {
            open.Remove(late);
            if (world.Read(db => db.Disputes.Single(x => x.Id == late.Id).ClosedAt) is null)
                await Appeals(script, late.Decision, waits: false);
            if (await End(script, late.Act, late.Id, late.Decision))
                changed.Add((late.Act.On, Rating));
        }

        return changed;
    }

    public async Task TellOverdue()
    {
        for (var count = 1; count > 0; Saw("told late", count))
            count = await world.Do(World.Product, new TellOverdueDisputes());
    }

    /// <summary>Each way that a dispute may go was gone, else nothing would be shown of it.</summary>
    public void WereAll() => Assert.All(
        ["filed", "waits", "Upheld", "Corrected", "CheckWithdrawn", "taken back", "late", "told late", "moot", "appealed"], x => Assert.True(seen.GetValueOrDefault(x) > 0, $"{x}: {string.Join(", ", seen)}"));

    // Whether the check says something else since.
    private async Task<bool> End(Script script, Act act, DisputeId id, DecisionId decision)
    {
        if (act.Says is not { } says)
        {
            Saw((await world.Run(new Actor.Member(script.Account), new WithdrawDispute(id))).IsOk(out _, out var tooLate) ? "taken back" : Named(tooLate));
            return false;
        }

        var rating = says is DisputeAnswer.Corrected ? act.Rating : null;
        if (!(await world.Run(checker, Answer(id, says, rating))).IsOk(out var answer, out var refusal) && refusal == DisputeErrors.SameRating)
            (await world.Run(checker, Answer(id, says = DisputeAnswer.Upheld, null))).IsOk(out answer, out refusal);
        if (answer is null)
        {
            Saw(Named(refusal!));
            return false;
        }

        Saw($"{says}");
        if (act.IsLate)
            Saw("late");
        if (says is DisputeAnswer.Upheld)
            await Appeals(script, decision, waits: false);
        Rating = rating;
        return says is not DisputeAnswer.Upheld;
    }

    private async Task Appeals(Script script, DecisionId decision, bool waits)
    {
        if (!(await world.Run(new Actor.Member(script.Account), new FileAppeal(decision, null, script.Account, "It is satire."))).IsOk(out _, out var refusal))
            Assert.Equal(refusal.Code is "appeal.alreadyFiled" ? refusal.Code : waits ? "appeal.disputeOpen" : "", refusal.Code);
        Assert.False(waits && refusal is null);
        Saw(refusal is null ? "appealed" : waits ? "waits" : "appealed before");
    }

    private static AnswerDispute Answer(DisputeId id, DisputeAnswer says, Rating? rating) => new(id, says, rating, "We looked again.", "Harbour Checks");

    // Only what closed meanwhile is refused.
    private static string Named(Error refusal)
    {
        Assert.Equal("dispute.moot", refusal.Code);
        return "moot";
    }

    private void Saw(string what, int times = 1) => seen[what] = seen.GetValueOrDefault(what) + times;
}
