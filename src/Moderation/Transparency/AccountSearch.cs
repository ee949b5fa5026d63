using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>Finds accounts by their id, or the beginning of their handle or name.</summary>
internal sealed class AccountSearch(ModerationDb db, Seals seals)
{
    /// <summary>By so many accounts a search goes on to what they posted.</summary>
    private const int MaxNamed = 8;

    /// <summary>Whose id it is, and the first whose handle begins so.</summary>
    public async Task<IReadOnlyList<AccountId>> Named(string text, CancellationToken ct)
    {
        var found = TextId.IsValid(text) ? new List<AccountId> { new(text) } : [];
        if (AccountKeys.Of(text) is { Length: > 0 } key)
        {
            var after = AccountKeys.After(key);
            found.AddRange(await db.Accounts.AsNoTracking().HandleBegins(key, after).OrderBy(x => x.HandleKey).ThenBy(x => x.Id).Take(MaxNamed).Select(x => x.Id).ToListAsync(ct));
        }

        return [.. found.Distinct()];
    }

    /// <summary>Each in its order, one kind after the other: by id, by handle, by name.</summary>
    public async Task<(List<Account> Found, SearchAccounts.Place? Next)> Find(string text, SearchAccounts.Place? after, int take, StaffMember member, CancellationToken ct)
    {
        var (key, id) = (AccountKeys.Of(text), new AccountId(text.Trim()));
        var end = AccountKeys.After(key);
        var found = new List<Account>();
        foreach (var by in Enum.GetValues<SearchAccounts.FoundBy>().Where(x => after is null || x >= after.By))
        {
            if (by is not SearchAccounts.FoundBy.Id && key.Length == 0)
                continue;

            var place = after?.By == by ? after : null;
            while (found.Count <= take)
            {
                var some = take + 1;
                var rows = await Read(by, id, key, end, place).Take(some).ToListAsync(ct);
                found.AddRange(await MaySee(rows, member, ct));
                if (rows.Count < some)
                    break;

                place = PlaceOf(rows[^1], by);
            }

            if (found.Count > take)
                return (found[..take], PlaceOf(found[take - 1], By(found[take - 1], id, key)));
        }

        return (found, null);
    }

    public static async Task<IReadOnlyDictionary<AccountId, string>> HandlesOf(ModerationDb db, IEnumerable<AccountId> accounts, CancellationToken ct)
    {
        var ids = accounts.Distinct().ToList();
        var handles = await db.Accounts.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Handle, ct);
        return ids.ToDictionary(x => x, x => handles.GetValueOrDefault(x) is { Length: > 0 } handle ? handle : x.Value);
    }

    private IQueryable<Account> Read(SearchAccounts.FoundBy by, AccountId id, string key, string end, SearchAccounts.Place? place)
    {
        var accounts = db.Accounts.AsNoTracking();
        if (by is SearchAccounts.FoundBy.Id)
            return accounts.Where(x => x.Id == id && place == null).OrderBy(x => x.Id);

        var (from, last) = (place?.Key ?? key, place?.Id.Value ?? "");
        if (by is SearchAccounts.FoundBy.Handle)
            return accounts.HandleBegins(from, end).Where(x => x.Id != id && (x.HandleKey != from || ((string)(object)x.Id).CompareTo(last) > 0))
                .OrderBy(x => x.HandleKey).ThenBy(x => x.Id);

        return accounts.NameBegins(from, end)
            .Where(x => x.Id != id && (x.NameKey != from || ((string)(object)x.Id).CompareTo(last) > 0) && !(x.HandleKey.CompareTo(key) >= 0 && x.HandleKey.CompareTo(end) < 0))
            .OrderBy(x => x.NameKey).ThenBy(x => x.Id);
    }

    private static SearchAccounts.FoundBy By(Account x, AccountId id, string key) =>
        x.Id == id ? SearchAccounts.FoundBy.Id
        : x.HandleKey.StartsWith(key, StringComparison.Ordinal) ? SearchAccounts.FoundBy.Handle
        : SearchAccounts.FoundBy.Name;

    private static SearchAccounts.Place PlaceOf(Account x, SearchAccounts.FoundBy by) => new(by, by switch
    {
        SearchAccounts.FoundBy.Handle => x.HandleKey,
        SearchAccounts.FoundBy.Name => x.NameKey,
        _ => "",
    }, x.Id);

    private async Task<IEnumerable<Account>> MaySee(List<Account> rows, StaffMember member, CancellationToken ct)
    {
        if (member.Holds(Role.ChildSafety))
            return rows;

        var held = await seals.HeldAmong(rows.Select(x => SubjectRef.Of(x.Id)), ct);
        return rows.Where(x => !held.Contains(SubjectRef.Of(x.Id)));
    }
}
