using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>
/// A fact-check comes in, as a schema.org ClaimReview, with the items it is about. It labels them and their copies. The same
/// check sent again is one; with another rating it is a correction by its checker.
/// </summary>
/// <param name="ClaimReview">One document; what holds several comes in by the import.</param>
/// <param name="ContentIds">The items it is about, known or not: what comes later is labelled as it comes.</param>
[AllowedTo(Role.FactChecker, Scopes = [Scope.Platform, Scope.Enforcer])]
public sealed record FileFactCheck(JsonElement ClaimReview, IReadOnlyList<ContentId>? ContentIds = null) : ICommand<FileFactCheck.Answer>
{
    public const int MostItems = 1000;

    /// <summary>In characters.</summary>
    public const int MaxDocument = 64_000;

    /// <param name="Rating">Null while it waits for a person.</param>
    /// <param name="Labelled">Named items that are labelled.</param>
    /// <param name="Matched">Copies of them that are labelled; where there are many, the run goes on with the rest.</param>
    public sealed record Answer(
        FactCheckId FactCheckId, FactCheckState State, Rating? Rating, IReadOnlyList<ContentId> Labelled, IReadOnlyList<ContentId> Matched, RunId? Run)
    {
        public FactCheckId Id => FactCheckId;

        /// <summary>Whether it told us anything.</summary>
        internal bool IsNew { get; init; }
    }

    internal sealed class Validator : AbstractValidator<FileFactCheck>
    {
        public Validator()
        {
            RuleFor(x => x.ClaimReview).Must(x => x.ValueKind is JsonValueKind.Object or JsonValueKind.Array && x.GetRawText().Length <= MaxDocument)
                .WithMessage($"'Claim Review' is a JSON document of {MaxDocument} characters at most.");
            RuleFor(x => x.ContentIds).Must(x => x is not { Count: > MostItems }).WithMessage($"'Content Ids' may name {MostItems} items at most.");
            RuleForEach(x => x.ContentIds).Must(x => TextId.IsValid(x.Value)).WithMessage("'Content Ids' has an invalid id.");
        }
    }

    internal sealed class Handler(FactCheckIntake intake) : IRequestHandler<FileFactCheck, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(FileFactCheck command, CancellationToken ct) => ClaimReviewReading.In(command.ClaimReview).ToArray() is not [var only]
            ? FactCheckErrors.Unreadable(new Dictionary<string, string[]> { ["claimReview"] = ["The document holds no ClaimReview, or more than one."] })
            : await intake.File(only, command.ContentIds ?? [], mayWait: false, ct);
    }
}

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
        if (check is null)
        {
            check = db.Add(FactCheck.File(review, digest, reading, publishers.Binds(publisher), now)).Entity;
        }
        else if (reading.Rating is { } rating && check.Rating is not null && check.Rating != rating
            && check.Correct(rating, "The checker changed the rating.", review.Publisher, now).IsOk(out var correction, out _))
        {
            db.Add(correction);
            await spreading.Relabel(check, correction, ct);
            isNew = true;
        }

        isNew |= await labelling.Name(check, contents, ct);
        return (await Answer(check, contents, ct)) with { IsNew = isNew };
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
