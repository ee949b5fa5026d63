using System.Text.Json;
using FluentValidation;
using MediatR;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;

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
    /// <param name="Matched">Copies of them that are labelled; where there are many, not all of them.</param>
    /// <param name="Run">Where there are many copies: what labels them, to be followed.</param>
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
