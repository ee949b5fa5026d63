using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Recommendations;

/// <summary>The host, or a look into the file, tells what was measured of an item. It is judged at once.</summary>
/// <param name="Revision">What was measured; one that is no longer current is refused.</param>
/// <param name="Source">Who or what measured, 1 to 100 characters.</param>
/// <param name="Facts">1 to 1,000: some of each of the 100 media that an item may hold.</param>
[AllowedTo(Role.Product, Scopes = [Scope.Platform])]
public sealed record RecordFacts(ContentId Content, int Revision, string Source, IReadOnlyList<RecordFacts.Fact> Facts) : ICommand<Done>
{
    public const int MaxFacts = 1000;

    /// <param name="Measure">Pixels, seconds, a share or a chance 0 to 1; of what is true or not, 1 or 0.</param>
    /// <param name="Medium">The picture, video or sound; null for the item as a whole.</param>
    public sealed record Fact(ContentFact Kind, double Measure, string? Medium = null)
    {
        internal bool IsInRange => Kind switch
        {
            ContentFact.ShortSidePixels => Measure is >= 1 and <= 1_000_000,
            ContentFact.Seconds => Measure is >= 0 and <= 10_000_000,
            ContentFact.Watermark or ContentFact.Muted or ContentFact.Political => Measure is 0 or 1,
            _ => Measure is >= 0 and <= 1,
        };
    }

    internal sealed class Validator : AbstractValidator<RecordFacts>
    {
        public Validator()
        {
            RuleFor(x => x.Content).Must(x => TextId.IsValid(x.Value)).WithMessage("'Content' is not a valid id.");
            RuleFor(x => x.Source).NotEmpty().MaximumLength(RecordedFact.MaxSourceLength);
            RuleFor(x => x.Facts.Count).InclusiveBetween(1, MaxFacts).WithName("Facts");
            RuleForEach(x => x.Facts).NotNull().ChildRules(fact =>
            {
                fact.RuleFor(x => x.Kind).IsInEnum();
                fact.RuleFor(x => x.Measure).Must((x, _) => x.IsInRange).WithMessage("The measure is out of the range of its fact.");
                fact.RuleFor(x => x.Medium).Must(x => x is null || TextId.IsValid(x)).WithMessage("'Medium' is not a valid id.");
            });
        }
    }

    internal sealed class Handler(ModerationDb db, Happenings happenings, TimeProvider clock) : IRequestHandler<RecordFacts, Result<Done>>
    {
        public async Task<Result<Done>> Handle(RecordFacts command, CancellationToken ct)
        {
            if (await db.Content.FindAsync([command.Content], ct) is not { } item
                || await db.Revisions.FindAsync([command.Content, item.Revision], ct) is not { } revision)
                return ContentErrors.Unknown;
            if (item.Revision != command.Revision)
                return EnforcementErrors.RevisionChanged;
            if (command.Facts.Any(x => !KnownFacts.Bearers(x.Kind, revision.Media).Contains(x.Medium ?? "")))
                return RecommendationErrors.UnknownMedium;

            var before = await db.Set<RecordedFact>().Where(x => x.ContentId == item.Id && x.Revision == item.Revision).ToListAsync(ct);
            foreach (var fact in command.Facts.DistinctBy(x => (x.Kind, x.Medium)))
                (before.Find(x => x.Fact == fact.Kind && x.Medium == (fact.Medium ?? ""))
                    ?? db.Add(RecordedFact.Of(item.Id, item.Revision, fact.Medium ?? "", fact.Kind)).Entity).Is(fact.Measure, command.Source, clock.GetUtcNow());

            happenings.Raise(new FactsRecorded(item.Id, item.Revision));
            return default(Done);
        }
    }
}
