using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.RepeatOffenders;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>Rehearses some people at a time: reads what was decided, asks the other rulebook, counts.</summary>
internal sealed class RehearsalWork(ModerationDb db, Rulebooks rulebooks, Treatments treatments, TimeProvider clock) : IRunWork, IReactTo<RunStopped>
{
    private const int People = 500;

    public RunKind Kind => RunKind.Rehearsal;

    public async Task Next(Run run, CancellationToken ct)
    {
        var what = JsonSerializer.Deserialize<Rehearsing>(run.What, PipelineJson.Options)!;
        var people = await db.Decisions.Concerning(what.From, what.Until).AuthorsAfter(run.Cursor, People, ct);
        if (people is [])
        {
            run.Finish(clock.GetUtcNow());
            return;
        }

        var rulebook = what.Json is { } json
            ? RulebookFile.Read(json, Rulebook.Draft).Match(x => x, refused => throw new InvalidOperationException(refused.Words))
            : await rulebooks.Version(db, what.Version!.Value, ct);
        var treated = await treatments.Under(rulebook, people, what.From, what.Until, what.At, ct);
        var known = await db.Set<Account>().AsNoTracking().Where(x => people.Contains(x.Id))
            .Select(x => new { x.Id, x.Language, x.Country, x.FollowerCount }).ToDictionaryAsync(x => x.Id, ct);

        var tally = RehearsalTally.Read(run.Report);
        foreach (var account in treated.Accounts)
        {
            var of = known.GetValueOrDefault(account.Account);
            var (language, country, followers) = (of?.Language ?? "", of?.Country ?? "", of?.FollowerCount ?? 0);
            tally.Add(account, language, country, followers);
            if (account.Differs)
                db.Add(RehearsedAccount.Of(run.Id, account, language, country, followers));
        }

        run.Advance(people[^1].Value, treated.Looked, treated.Accounts.Sum(x => x.Treatments.Count(y => y.Change is not Change.None)), tally.Write());
    }

    // Whoever stops it wants nothing of it kept.
    public Task React(RunStopped happened, CancellationToken ct) =>
        db.Set<RehearsedAccount>().Where(x => x.RunId == happened.Run.Id).ExecuteDeleteAsync(ct);
}
