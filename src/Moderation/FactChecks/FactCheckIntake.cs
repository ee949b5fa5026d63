using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>How fact-checks come in, one at a time or in a feed.</summary>
internal sealed class FactCheckIntake(ModerationDb db, Publishers publishers, Labelling labelling, Spreading spreading, Checkable checkable, Call call, TimeProvider clock)
{
    /// <param name="mayWait">Whether an unknown word waits for a person, as in a feed; else it is refused.</param>
    public async Task<Result<FileFactCheck.Answer>> File(JsonElement document, IReadOnlyList<ContentId> contents, bool mayWait, CancellationToken ct)
    {
        var (review, mistakes) = ClaimReviewReading.Read(document);
        if (review is null)
            return FactCheckErrors.Unreadable(mistakes);

        if (await checkable.IsOwn(contents, ct) || await Find(review, ct) is { } same && await checkable.IsOwn(same.Id, ct))
            return ClaimErrors.Own;

        var publisher = await publishers.Of(review, ct);
        var reading = (publisher?.Table ?? RatingTable.Usual).Read(review.Rating);
        if (reading.Doubt is ReadingDoubt.UnknownWord && !mayWait)
            return FactCheckErrors.UnknownRating;

        return await Take(review, reading, publisher, contents, ct);
    }

    /// <summary>The same check as was filed before; null for none.</summary>
    public async Task<FactCheck?> Find(ClaimReview review, CancellationToken ct) => DigestOf(review) is var digest
        ? db.FactChecks.Local.FirstOrDefault(x => x.Digest == digest) ?? await db.FactChecks.FirstOrDefaultAsync(x => x.Digest == digest, ct) : null;

    /// <summary>Keeps a check as it was read, and labels what it is about.</summary>
    public async Task<FileFactCheck.Answer> Take(ClaimReview review, Reading reading, Publisher? publisher, IReadOnlyList<ContentId> contents, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var check = await Find(review, ct);
        var isNew = check is null;
        RunId? relabelling = null;
        if (check is null)
        {
            check = db.Add(FactCheck.File(review, DigestOf(review), reading, publishers.Binds(publisher), now)).Entity;
            check.SaidBy(reading.Rating is null ? null : Checker);
        }
        else if (reading.Rating is { } rating && check.Rating is not null && check.Rating != rating
            && check.Correct(rating, "The checker changed the rating.", review.Publisher, now).IsOk(out var correction, out _))
        {
            db.Add(correction);
            (_, relabelling) = await spreading.Relabel(check, correction, ct);
            isNew = true;
        }

        isNew |= await labelling.Name(check, contents, ct);
        if (check.State is FactCheckState.Waiting)
            check.Weigh(await ReachOf(check, ct));
        var answer = await Answer(check, contents, ct);
        return answer with { IsNew = isNew, Run = relabelling ?? answer.Run };
    }

    private StaffId? Checker => call.Actor is Actor.Staff(var me) ? me : null;

    private static string DigestOf(ClaimReview review) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{review.Url}\n{review.Claim}")));

    // What it was named for before, and what it is named for in this command.
    private async Task<long> ReachOf(FactCheck check, CancellationToken ct)
    {
        var named = await db.RatedItems.AsNoTracking().Where(x => x.FactCheckId == check.Id && x.CopyOf == null).OrderBy(x => x.ContentId).Select(x => x.ContentId).Take(FileFactCheck.MostItems).ToListAsync(ct);
        ContentId[] all = [.. db.RatedItems.Local.Where(x => x.FactCheckId == check.Id && x.CopyOf is null).Select(x => x.ContentId).Union(named)];
        return await db.FollowersOfAuthors(all, ct);
    }

    private async Task<FileFactCheck.Answer> Answer(FactCheck check, IReadOnlyList<ContentId> contents, CancellationToken ct)
    {
        await labelling.TakeLedgers(contents, ct);
        var labelled = new List<ContentId>();
        foreach (var content in contents.Distinct())
            if (await db.RatedItems.FindAsync([check.Id, content], ct) is { } item && await labelling.Label(check, item, ct))
                labelled.Add(content);

        var (matched, run) = await spreading.Begin(check, labelled, ct);
        return new(check.Id, check.State, check.Rating, labelled, matched, run);
    }
}
