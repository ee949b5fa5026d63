using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Eligibility;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>
/// The posts of an account with anything other than plain allow, by their own standing and by what they hang on.
/// What limits the account stands once with the account, not on every post.
/// </summary>
internal sealed class LimitedPosts(ModerationDb db, Restrictions restrictions, IReadOnlySet<DecisionId> quiet)
{
    /// <summary>In characters: enough to know a post by.</summary>
    private const int MaxText = 500;

    /// <summary>Of replies and reshares so many of the newest are looked at for what limits something further up.</summary>
    private const int MostHanging = 2000;

    internal sealed record Found(
        ContentItem Item, string Text, string? MediaUrl, DecidedOutcome[] Outcomes, IReadOnlyDictionary<Surface, Verdict> Verdicts, IReadOnlyList<SeenBy> Otherwise);

    public async Task<IReadOnlyList<Found>> Of(AccountId account, DateTimeOffset now, int most, CancellationToken ct)
    {
        ContentItem[] items = [.. await Candidates(account, most, ct)];
        var standings = new Standings(db);
        await standings.Load([.. items.Select(x => new Candidate(x.Id, null, Follows: false))], ct);
        await standings.Hide(restrictions, ct);
        standings.Hide(quiet);

        var found = new List<Found>();
        foreach (var item in items)
        {
            var outcomes = standings.OutcomesOf(SubjectRef.Of(item.Id)).Where(x => x.IsInForce(now)).ToArray();
            var verdicts = Enum.GetValues<Surface>().ToDictionary(x => x, x => standings.OnItem(item.Id, new(x, Viewer.Adult, Follows: false), now, now));
            if (outcomes.Length == 0 && verdicts.Values.All(x => x.IsPlainAllow)
                && SeenBy.Unlike(x => verdicts[x], x => standings.OnItem(item.Id, x, now, now)).Count == 0)
                continue;

            var revision = await db.Revisions.Where(x => x.ContentId == item.Id && x.Number == item.Revision)
                .Select(x => new { Text = x.Text!.Substring(0, MaxText), x.Media }).FirstOrDefaultAsync(ct);
            found.Add(new(item, revision?.Text ?? "", revision?.Media.FirstOrDefault()?.Url, outcomes, verdicts,
                SeenBy.Unlike(x => verdicts[x], x => standings.On(new(item.Id, null, x.Follows), x.Surface, x.Viewer, now, now))));
            if (found.Count == most)
                break;
        }

        return found;
    }

    // Whatever carries an outcome or hangs directly on what does, and what may hang on such a thing further up.
    private async Task<IEnumerable<ContentItem>> Candidates(AccountId account, int most, CancellationToken ct)
    {
        var judged = db.Set<DecidedOutcome>().Where(x => x.SubjectKind == SubjectKind.Content && x.RetractedAt == null).Select(x => x.SubjectId);
        var posts = db.Set<ContentItem>().AsNoTracking().Where(x => x.AuthorId == account).OrderByDescending(x => x.CreatedAt);
        var limited = await posts.Where(x => judged.Contains((string)(object)x.Id)
            || judged.Contains((string?)(object?)x.ParentId) || judged.Contains((string?)(object?)x.ReshareOf)).Take(most).ToListAsync(ct);
        var hanging = await posts.Where(x => x.ParentId != null || x.ReshareOf != null).Take(MostHanging).ToListAsync(ct);
        return limited.UnionBy(hanging, x => x.Id).OrderByDescending(x => x.CreatedAt);
    }
}
