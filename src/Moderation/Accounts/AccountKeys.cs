using System.Text;

namespace Moderation.Accounts;

/// <summary>
/// What names are found by: lower case, one form for each character, without the leading @. Stored and indexed, because a
/// database folds letters of few alphabets and seeks no index when it does.
/// </summary>
internal static class AccountKeys
{
    public static string Of(string? name)
    {
        // Half a surrogate pair has no form; runes make it the replacement character.
        var whole = string.Concat((name ?? "").EnumerateRunes().Select(x => x.ToString())).Trim().TrimStart('@');
        var key = whole.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return key.Length <= Account.MaxHandleLength ? key : key[..Account.MaxHandleLength];
    }

    /// <summary>The first key that does not begin with this one any more, in the order of both databases.</summary>
    public static string After(string prefix)
    {
        for (var runes = prefix.EnumerateRunes().ToList(); runes.Count > 0; runes.RemoveAt(runes.Count - 1))
        {
            var next = runes[^1].Value + 1;
            if (next is 0xD800)
                next = 0xE000;
            if (Rune.IsValid(next))
                return string.Concat(runes.SkipLast(1).Append(new Rune(next)));
        }

        return "\uFFFF";
    }
}

internal static class AccountKeyQueries
{
    extension(IQueryable<Account> accounts)
    {
        public IQueryable<Account> HandleBegins(string key, string after) =>
            accounts.Where(x => x.HandleKey.CompareTo(key) >= 0 && x.HandleKey.CompareTo(after) < 0);

        public IQueryable<Account> NameBegins(string key, string after) =>
            accounts.Where(x => x.NameKey.CompareTo(key) >= 0 && x.NameKey.CompareTo(after) < 0);
    }
}
