using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>
/// A job looks at the next part of the sweep under way. It only reads, so nobody waits for it; what it finds it hands back to be
/// recorded, and asked again at the same place it finds the same.
/// </summary>
[AllowedTo(Role.Product)]
public sealed record SeekInauthentic : IQuery<SeekInauthentic.Answer>
{
    /// <param name="At">Where it looked; null where no sweep is under way.</param>
    /// <param name="Next">Where to look next.</param>
    /// <param name="Ties">To be kept until all accounts are looked at.</param>
    public sealed record Answer(SweepPlace? At, SweepPlace? Next, IReadOnlyList<Suspicion> Suspicions, IReadOnlyList<Tie> Ties);

    internal sealed class Handler(ModerationDb db, DeviceSweep devices, AccountSweep accounts) : IRequestHandler<SeekInauthentic, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(SeekInauthentic query, CancellationToken ct)
        {
            if (await db.Sweeps.AsNoTracking().Where(x => x.FinishedAt == null).OrderBy(x => x.Number).FirstOrDefaultAsync(ct) is not { } sweep)
                return new Answer(null, null, [], []);

            var seen = sweep.Stage switch
            {
                SweepStage.Devices => await devices.Look(sweep, ct),
                SweepStage.Accounts => await accounts.Look(sweep, ct),
                _ => new(sweep.Place.Next(SweepStage.Finished), [.. Pods.Suspect(await Ties(sweep, ct))], []),
            };
            return new Answer(sweep.Place, seen.Next, await Name(seen.Suspected, ct), seen.Ties);
        }

        // Only those that go both ways.
        private async Task<IReadOnlyList<Tie>> Ties(EngagementSweep sweep, CancellationToken ct) => await db.QuickTies.AsNoTracking()
            .Where(x => x.Sweep == sweep.Number && db.Set<QuickTie>().Any(y => y.Sweep == x.Sweep && y.From == x.To && y.To == x.From))
            .Select(x => new Tie(x.From, x.To, x.Quick, x.Posts, x.Chance)).ToListAsync(ct);

        private async Task<IReadOnlyList<Suspicion>> Name(IReadOnlyList<Suspected> suspected, CancellationToken ct)
        {
            var names = new Dictionary<long, AccountId>();
            foreach (var keys in suspected.Select(x => x.Who).Distinct().Chunk(Parts.Size))
                foreach (var known in await db.Set<SubjectKey>().AsNoTracking().Where(x => keys.Contains(x.Key)).ToListAsync(ct))
                    names[known.Key] = new(known.SubjectId);
            return [.. suspected.Where(x => names.ContainsKey(x.Who)).Select(x => x.As(names[x.Who]))];
        }
    }
}

/// <summary>What one part of a sweep showed.</summary>
internal sealed record SweepSight(SweepPlace Next, IReadOnlyList<Suspected> Suspected, IReadOnlyList<Tie> Ties);

/// <summary>How much is looked at at once.</summary>
internal static class SweepParts
{
    /// <summary>In rows of an index, passed over or looked at.</summary>
    public const int Size = 4000;

    /// <summary>The last key of the next part: as many rows further on in whichever comes sooner; null where all that is left fits.</summary>
    public static async Task<long?> End(IQueryable<long> one, IQueryable<long> other, CancellationToken ct)
    {
        var first = await one.OrderBy(x => x).Skip(Size - 1).Select(x => (long?)x).FirstOrDefaultAsync(ct);
        var second = await other.OrderBy(x => x).Skip(Size - 1).Select(x => (long?)x).FirstOrDefaultAsync(ct);
        return first < second ? first : second ?? first;
    }
}
