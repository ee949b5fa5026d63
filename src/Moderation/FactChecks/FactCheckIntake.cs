using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>How fact-checks come in, one at a time or in a feed.</summary>
internal sealed class FactCheckIntake(ModerationDb db, Publishers publishers, Labelling labelling, Spreading spreading, TimeProvider clock)
{
    /// <param name="mayWait">Whether an unknown word waits for a person, as in a feed; else it is refused.</param>
    public async Task<Result<FileFactCheck.Answer>> File(JsonElement document, IReadOnlyList<ContentId> contents, bool mayWait, CancellationToken ct)
    {
        var (review, mistakes) = ClaimReviewReading.Read(document);
        if (review is null)
            return FactCheckErrors.Unreadable(mistakes);

        var publisher = await publishers.Of(review, ct);
        var reading = (publisher?.Table ?? RatingTable.Usual).Read(review.Rating);
        if (reading.Doubt is ReadingDoubt.UnknownWord && !mayWait)
            return FactCheckErrors.UnknownRating;

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{review.Url}\n{review.Claim}")));
        var now = clock.GetUtcNow();
        var check = db.FactChecks.Local.FirstOrDefault(x => x.Digest == digest) ?? await db.FactChecks.FirstOrDefaultAsync(x => x.Digest == digest, ct);
        var isNew = check is null;
        RunId? relabelling = null;
        if (check is null)
        {
            check = db.Add(FactCheck.File(review, digest, reading, publishers.Binds(publisher), now)).Entity;
        }
        else if (reading.Rating is { } rating && check.Rating is not null && check.Rating != rating
            && check.Correct(rating, "The checker changed the rating.", review.Publisher, now).IsOk(out var correction, out _))
        {
            db.Add(correction);
            (_, relabelling) = await spreading.Relabel(check, correction, ct);
            isNew = true;
        }

        isNew |= await labelling.Name(check, contents, ct);
        var answer = await Answer(check, contents, ct);
        return answer with { IsNew = isNew, Run = relabelling ?? answer.Run };
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
