using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Notices;

/// <summary>Takes out of notices what they quote of an item, and leaves every other word as it was sent.</summary>
internal static class Unquoting
{
    // A quotation is cut at 200 characters, with an ellipsis behind it.
    private const string Quotation = "“[\\s\\S]{0,210}”";

    /// <summary>The body without what the item said, whatever that was.</summary>
    public static string Unquoted(string body)
    {
        foreach (var culture in new[] { NoticeTexts.CultureOf("en"), NoticeTexts.CultureOf("nl") })
            foreach (var kind in Enum.GetNames<ContentKind>().Select(x => NoticeTexts.Fill($"kind.{char.ToLowerInvariant(x[0])}{x[1..]}", culture)))
            {
                var quoting = NoticeTexts.Fill("facts.content", culture, ("kind", kind), ("text", "\0")).Split('\0');
                body = Regex.Replace(
                    body, Regex.Escape(quoting[0]) + Quotation + Regex.Escape(quoting[1]),
                    NoticeTexts.Fill("facts.contentClosed", culture, ("kind", kind)).Replace("$", "$$", StringComparison.Ordinal));
            }

        return body;
    }

    /// <summary>In every notice about these decisions.</summary>
    public static async Task Unquote(this ModerationDb db, IReadOnlyCollection<Decision> decisions, CancellationToken ct)
    {
        foreach (var author in decisions.GroupBy(x => x.AuthorId))
        {
            var ids = author.Select(x => x.Id.Value).ToHashSet();
            foreach (var told in await db.Notices.AsNoTracking().Where(x => x.AccountId == author.Key).Select(x => new { x.Id, x.Decisions }).ToListAsync(ct))
                if (told.Decisions.Exists(ids.Contains) && await db.Notices.FindAsync([told.Id], ct) is { } notice)
                    notice.Unquote();
        }
    }
}

/// <summary>What is quarantined is quoted nowhere any more, also not where it was told of before.</summary>
internal sealed class UnquoteQuarantined(ModerationDb db) : IReactTo<DecisionMade>
{
    public async Task React(DecisionMade happened, CancellationToken ct)
    {
        if (happened.Decision.Outcomes.Any(x => x.Kind is OutcomeKind.Quarantined))
            await db.Unquote(await db.Set<Decision>().AsNoTracking().About(happened.Decision.Subject).ToListAsync(ct), ct);
    }
}
