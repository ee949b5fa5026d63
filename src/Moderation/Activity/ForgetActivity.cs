using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Activity;

/// <summary>
/// A job forgets, a chunk a command, what people did longer ago than is kept, what they undid, and from which device they
/// followed. What holds still, holds on; an account under a legal hold keeps all. Answers whether there is more.
/// </summary>
[AllowedTo(Role.Product)]
public sealed record ForgetActivity : ICommand<bool>, IHousekeeping
{
    /// <summary>Of each kind in one command.</summary>
    public const int Chunk = 2000;

    internal sealed class Handler(ModerationDb db, ActivityWindow window, TimeProvider clock) : IRequestHandler<ForgetActivity, Result<bool>>
    {
        public async Task<Result<bool>> Handle(ForgetActivity command, CancellationToken ct)
        {
            var old = window.Begins(clock.GetUtcNow()).ToUnixTimeMilliseconds();
            var held = await Held(ct);
            var interactions = db.Interactions.Where(x => x.At < old && !held.Contains(x.Who));
            var follows = db.Follows.Where(x => x.State == FactState.Undone && x.At < old && !held.Contains(x.Who));
            var choices = db.ViewerChoices.Where(x => x.State == FactState.Undone && x.At < old && !held.Contains(x.Viewer));
            var devices = db.Follows.Where(x => x.Device != 0 && x.At < old && !held.Contains(x.Who));

            // Deleted up to an instant: so each is a range of an index on both databases.
            var (first, isMore) = await End(interactions.Select(x => x.At), ct);
            await interactions.Where(x => x.At <= first).ExecuteDeleteAsync(ct);
            var (second, isMoreUnfollowed) = await End(follows.Select(x => x.At), ct);
            await follows.Where(x => x.At <= second).ExecuteDeleteAsync(ct);
            var (third, isMoreChosen) = await End(choices.Select(x => x.At), ct);
            await choices.Where(x => x.At <= third).ExecuteDeleteAsync(ct);
            await devices.ExecuteUpdateAsync(x => x
                .SetProperty(follow => follow.Device, 0)
                .SetProperty(follow => EF.Property<long>(follow, Conventions.Version), follow => EF.Property<long>(follow, Conventions.Version) + 1), ct);
            return isMore || isMoreUnfollowed || isMoreChosen;
        }

        // Few are held, and it is asked once: to ask of each row would look through all accounts for each.
        private async Task<List<long>> Held(CancellationToken ct)
        {
            var keys = new List<long>();
            foreach (var ids in (await db.Accounts.Where(x => x.IsHeld).Select(x => x.Id).ToListAsync(ct)).Select(x => x.Value).Chunk(Parts.Size))
                keys.AddRange(await db.Set<SubjectKey>().Where(x => x.Kind == SubjectKind.Account && ids.Contains(x.SubjectId)).Select(x => x.Key).ToListAsync(ct));
            return keys;
        }

        private static async Task<(long End, bool IsMore)> End(IQueryable<long> at, CancellationToken ct) =>
            await at.OrderBy(x => x).Skip(Chunk - 1).Select(x => (long?)x).FirstOrDefaultAsync(ct) is { } end ? (end, true) : (long.MaxValue, false);
    }
}
