using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.RepeatOffenders;

/// <summary>
/// Applies a rulebook to some people at a time, with all that was decided about each, so that each is told once. What their strikes
/// bring about follows in the same commit.
/// </summary>
internal sealed class ApplyRulebookWork(
    ModerationDb db, Rulebooks rulebooks, Ledgers ledgers, Happenings happenings, TimeProvider clock) : IRunWork
{
    private const int People = 100;

    public RunKind Kind => RunKind.ApplyRulebook;

    public async Task Next(Run run, CancellationToken ct)
    {
        var what = JsonSerializer.Deserialize<Applying>(run.What, PipelineJson.Options)!;
        var people = await db.Decisions.Concerning(what.From, what.Until).AuthorsAfter(run.Cursor, People, ct);
        if (people is [])
        {
            run.Finish(clock.GetUtcNow());
            return;
        }

        await ledgers.Take(people);
        var now = clock.GetUtcNow();
        var rulebook = await rulebooks.Version(db, what.Version, ct);
        var judged = await db.JudgedOf(people, what.From, what.Until, ct);
        Rejudged[] changed = [.. judged.SelectMany(x => x).Select(x => Rejudged.Under(rulebook, x, now)).Where(x => x.Differs)];
        await Replace(changed, now, ct);
        // Also who has strikes whose terms are the same may stand on another step; and what is taken back later must find it here.
        foreach (var account in people)
        {
            db.Add(AppliedRulebook.To(account, what.Version, what.From, what.Until, now));
            happenings.Touch(SubjectRef.Of(account));
        }

        run.Advance(people[^1].Value, judged.Sum(x => x.Count()), changed.Length);
    }

    private async Task Replace(Rejudged[] changed, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var chunk in changed.Chunk(500))
        {
            var ids = chunk.Select(x => x.Decision.Id).ToArray();
            var decisions = await db.Decisions.Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, ct);
            foreach (var change in chunk)
            {
                var decision = decisions[change.Decision.Id];
                decision.TakeOver(change.Ended.Select(x => x.Id).ToHashSet(), change.Added, now);
                happenings.Touch(decision.Subject);
                happenings.Touch(SubjectRef.Of(decision.AuthorId));
                happenings.Raise(new OutcomesReplaced(decision));
            }
        }
    }
}
