using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>What happened to an account and what it posted: cases opened and decisions made, in one order.</summary>
internal sealed class AccountHistory(ModerationDb db, CaseSearch cases, DecisionSearch decisions)
{
    /// <summary>So many open cases are shown; more are counted.</summary>
    private const int MaxOpen = 20;

    public async Task<(SearchCases.Row[] Shown, int Count)> Open(AccountId account, StaffMember member, CancellationToken ct)
    {
        var (found, _) = await cases.By(account, new(Stage: CaseStage.Waiting), member, NewestFirst.CountCap, ct);
        return (await SearchCases.Show(db, [.. found.Take(MaxOpen).Select(x => x.Id)], ct), found.Count);
    }

    public async Task<(IReadOnlyList<AccountFile.Happening> Happened, SearchPlace? Next)> Before(
        AccountId account, SearchPlace? after, StaffMember member, CancellationToken ct)
    {
        var (opened, moreOpened) = await cases.By(account, new(After: after), member, AccountFile.PageSize, ct);
        var (made, moreMade) = await decisions.On(account, new(After: after), member.Id, AccountFile.PageSize, ct);
        var caseRows = (await SearchCases.Show(db, [.. opened.Select(x => x.Id)], ct)).ToDictionary(x => x.Id);
        var decisionRows = (await SearchDecisions.Show(db, [.. made.Select(x => x.Id)], ct)).ToDictionary(x => x.Id);
        var all = opened.Select(x => (x.Place, Happening: new AccountFile.Happening(x.At, caseRows[x.Id], null)))
            .Concat(made.Select(x => (x.Place, Happening: new AccountFile.Happening(x.At, null, decisionRows[x.Id]))))
            .OrderByDescending(x => x.Place.At).ThenByDescending(x => x.Place.Id).ToList();
        // Where one of the two was not read to its end, nothing behind that can be in its place.
        var until = new[] { moreOpened, moreMade }.OfType<SearchPlace>().OrderByDescending(x => x.At).ThenByDescending(x => x.Id).FirstOrDefault();
        var page = all.Where(x => until is null || x.Place.At > until.At || x.Place.At == until.At && x.Place.Id.CompareTo(until.Id) >= 0).Take(AccountFile.PageSize).ToList();
        return ([.. page.Select(x => x.Happening)], page.Count < all.Count && page.Count > 0 ? page[^1].Place : until);
    }
}
