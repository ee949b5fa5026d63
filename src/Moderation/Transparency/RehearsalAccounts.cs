using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>Whom a rehearsed rulebook would treat differently, those with the most followers first.</summary>
/// <param name="After">Where the page before ended.</param>
/// <param name="Take">1 to 200.</param>
[AllowedTo(Role.PolicyManager)]
public sealed record RehearsalAccounts(RunId Run, RehearsalAccounts.Place? After = null, int Take = 50) : IQuery<RehearsalAccounts.Answer>
{
    public sealed record Place(long Followers, AccountId Account);

    public sealed record Answer(IReadOnlyList<Row> Rows, Place? Next);

    /// <param name="Harder">Decisions and steps of the ladder that would weigh more.</param>
    /// <param name="Ends">Kinds of outcomes that would end.</param>
    /// <param name="Begins">Kinds of outcomes that would take their place.</param>
    public sealed record Row(
        AccountId Account, string Handle, long Followers, string Language, string Country, int Harder, int Softer, int Otherwise,
        IReadOnlyList<OutcomeKind> Ends, IReadOnlyList<OutcomeKind> Begins);

    internal sealed class Handler(ModerationDb db) : IRequestHandler<RehearsalAccounts, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(RehearsalAccounts query, CancellationToken ct)
        {
            if (await db.Runs.AsNoTracking().FirstOrDefaultAsync(x => x.Id == query.Run && x.Kind == RunKind.Rehearsal, ct) is not { } run)
                return RunErrors.Unknown;
            if (run.State is RunState.Cancelled)
                return new Answer([], null);

            var take = Math.Clamp(query.Take, 1, 200);
            var rows = db.Set<RehearsedAccount>().AsNoTracking().Where(x => x.RunId == query.Run);
            if (query.After is { } after)
                rows = rows.Where(x => x.Followers < after.Followers
                    || x.Followers == after.Followers && ((string)(object)x.AccountId).CompareTo(after.Account.Value) > 0);

            var page = await rows.OrderByDescending(x => x.Followers).ThenBy(x => x.AccountId).Take(take).ToListAsync(ct);
            var ids = page.Select(x => x.AccountId).ToList();
            var handles = await db.Set<Accounts.Account>().AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Handle, ct);
            return new Answer(
                [.. page.Select(x => new Row(
                    x.AccountId, handles.GetValueOrDefault(x.AccountId) is { Length: > 0 } handle ? handle : x.AccountId.Value,
                    x.Followers, x.Language, x.Country, x.Harder, x.Softer, x.Otherwise,
                    [.. x.Ends.Select(Enum.Parse<OutcomeKind>)], [.. x.Begins.Select(Enum.Parse<OutcomeKind>)]))],
                page.Count < take ? null : new(page[^1].Followers, page[^1].AccountId));
        }
    }
}
