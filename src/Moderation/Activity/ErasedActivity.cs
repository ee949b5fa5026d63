using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Activity;

/// <summary>What somebody did goes with their account, but for a legal hold: then it goes when that ends.</summary>
internal sealed class ErasedActivity(ModerationDb db) : IReactTo<AccountDeleted>
{
    public async Task React(AccountDeleted happened, CancellationToken ct)
    {
        if (happened.Erase && await db.Accounts.FindAsync([happened.Account], ct) is not { IsHeld: true })
            await db.EraseActivity(happened.Account, ct);
    }
}

internal static class ActivityErasing
{
    extension(ModerationDb db)
    {
        /// <summary>Erases all that an account did, and what others chose about it.</summary>
        public async Task EraseActivity(AccountId account, CancellationToken ct)
        {
            var key = await db.Set<SubjectKey>().Where(x => x.Kind == SubjectKind.Account && x.SubjectId == account.Value).Select(x => (long?)x.Key).FirstOrDefaultAsync(ct);
            if (key is not { } who)
                return;

            await db.Interactions.Where(x => x.Who == who).ExecuteDeleteAsync(ct);
            await db.Follows.Where(x => x.Who == who).ExecuteDeleteAsync(ct);
            await db.Follows.Where(x => x.Whom == who).ExecuteDeleteAsync(ct);
            await db.ViewerChoices.Where(x => x.Viewer == who).ExecuteDeleteAsync(ct);
            await db.ViewerChoices.Where(x => x.Target == who && x.Target != 0).ExecuteDeleteAsync(ct);
        }
    }
}
