using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>Somebody asks what one judgement on many subjects would do, before making it. Nothing is stored.</summary>
/// <param name="Subjects">1 to 1,000.</param>
/// <param name="Outcomes">Null takes those of the rule.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record PreviewBatch(IReadOnlyList<SubjectRef> Subjects, string Guideline, Finding Finding, IReadOnlyList<ChosenOutcome>? Outcomes = null)
    : IQuery<PreviewBatch.Answer>
{
    public const int MostSubjects = 1000;

    /// <param name="Count">How many would be decided.</param>
    /// <param name="People">Whom they are against.</param>
    /// <param name="Struck">How many people would get a strike: one each, whatever the number of their items.</param>
    /// <param name="Steps">The steps of the ladder that would be reached, and by how many.</param>
    /// <param name="Left">What would be left out, and why.</param>
    /// <param name="Deviates">Whether a reason for other outcomes than the rule's is asked.</param>
    /// <param name="NeedsSecondPerson">Whether it is so much that another has to agree.</param>
    /// <param name="CostsAccounts">Whether accounts would be suspended until another agrees to close them.</param>
    public sealed record Answer(
        int Count, int People, IReadOnlyDictionary<OutcomeKind, int> ByOutcome, int Struck, IReadOnlyDictionary<string, int> Steps,
        IReadOnlyList<LeftOut> Left, bool Deviates, bool NeedsSecondPerson, bool CostsAccounts);

    public sealed record LeftOut(SubjectRef Subject, string Code, string Words);

    internal sealed class Validator : AbstractValidator<PreviewBatch>
    {
        public Validator()
        {
            RuleFor(x => x.Subjects.Count).InclusiveBetween(1, MostSubjects).OverridePropertyName("subjects");
            RuleForEach(x => x.Subjects).Must(x => Enum.IsDefined(x.Kind) && TextId.IsValid(x.Id)).WithMessage("This is not a valid id.");
            RuleFor(x => x.Guideline).NotEmpty();
            RuleFor(x => x.Finding).IsInEnum();
            RuleForEach(x => x.Outcomes).NotNull().SetValidator(new EnforceDirectly.OutcomeValidator());
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, BatchLook look, Batches batches, Rulebooks rulebooks, TimeProvider clock) : IRequestHandler<PreviewBatch, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(PreviewBatch query, CancellationToken ct)
        {
            if (call.Actor is not Actor.Staff(var me) || await db.StaffWith(me, Claims.Roles, ct) is not { } member)
                return PipelineErrors.NotAllowed;

            var batch = new Batch(me, query.Guideline, query.Finding, query.Outcomes, "", null, []);
            var underway = await batches.Underway(ct);
            BatchLook.Seen[] seen = [.. (await look.At(query.Subjects, batch, member, ct))
                .Select(x => x.Left is null && underway.Contains(x.Subject) ? x with { Left = EnforcementErrors.BatchUnderway } : x)];
            if (!(await look.Check(batch, seen, member, ct)).IsOk(out var guideline, out var refusal))
                return refusal;

            var now = clock.GetUtcNow();
            var rulebook = await rulebooks.InForce(db, now, ct);
            Judgement[] said = [.. seen.Where(x => x.Left is null).Select(x => x.Judge(batch))];
            DecidedOutcome[] outcomes = [.. said.SelectMany(x => Decision.Make(x, guideline, rulebook, "", now).Match(d => d.Outcomes, _ => []))];
            return new Answer(
                said.Length, said.Select(x => x.Author).Distinct().Count(),
                outcomes.Where(x => x.Kind is not OutcomeKind.Strike).GroupBy(x => x.Kind).ToDictionary(x => x.Key, x => x.Count()),
                Struck(outcomes).Length, await Steps(Struck(outcomes), guideline, rulebook, now, ct),
                [.. seen.Where(x => x.Left is not null).Select(x => new LeftOut(x.Subject, x.Left!.Code, x.Left.Words))],
                Array.Exists(said, x => Resolution.Deviates(x, guideline)), said.Length > rulebook.Windows.BulkLimit,
                Array.Exists(said, x => GraveDecisions.NeedsSecondPerson(x, guideline)));
        }

        private static string[] Struck(IEnumerable<DecidedOutcome> outcomes) =>
            [.. outcomes.Where(x => x.Kind is OutcomeKind.Strike).Select(x => x.SubjectId).Distinct()];

        private async Task<Dictionary<string, int>> Steps(string[] people, Guideline guideline, Rulebook rulebook, DateTimeOffset now, CancellationToken ct)
        {
            var given = (await db.Outcomes.AsNoTracking().Where(x => x.SubjectKind == SubjectKind.Account && people.Contains(x.SubjectId)
                && x.Kind == OutcomeKind.Strike && !x.Ground.StartsWith(RatingGround.Prefix) && x.RetractedAt == null).ToListAsync(ct)).Where(x => x.IsInForce(now)).ToLookup(x => x.SubjectId);
            return people.Select(x => rulebook.LadderInUse.StepFor(given[x].Sum(y => y.StrikeWeight) + guideline.StrikeWeight)?.Name).OfType<string>()
                .GroupBy(x => x).ToDictionary(x => x.Key, x => x.Count());
        }
    }
}
