using FluentValidation;
using MediatR;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>A program decides, in its own name or for somebody outside our queues.</summary>
/// <param name="Revision">What was looked at; one that is no longer current is refused.</param>
/// <param name="Outcomes">Null takes those of the rule.</param>
/// <param name="DecidedBy">The person; asked for unless fully automated.</param>
/// <param name="Interim">Whether it holds a day at most, until somebody has looked.</param>
/// <param name="Rule">The named rule of the detector that found it.</param>
/// <param name="Overrides">The earlier decision on the same subject whose place it takes; only a person's may.</param>
/// <param name="Cites">Decisions that it rests on; when one of them is overturned, somebody looks at this again.</param>
[AllowedTo(Role.Product, Scopes = [Scope.Enforcer])]
public sealed record EnforceDirectly(
    SubjectRef Subject, int? Revision, string Guideline, Finding Finding, IReadOnlyList<ChosenOutcome>? Outcomes, string Rationale,
    Automation Automation, StaffId? DecidedBy = null, string? Detector = null, DecisionGround Ground = DecisionGround.Terms,
    string? LegalGround = null, bool Interim = false, string? DetectorVersion = null, string? Rule = null,
    DecisionId? Overrides = null, IReadOnlyList<DecisionId>? Cites = null) : ICommand<EnforceDirectly.Answer>
{
    public sealed record Answer(
        DecisionId Id, SubjectRef Subject, AccountId Author, string Guideline, int RulebookVersion, int? Revision,
        string EvidenceDigest, Finding Finding, Automation Automation, DateTimeOffset MadeAt, DateTimeOffset AppealUntil,
        IReadOnlyList<Effect> Outcomes)
    {
        internal static Answer Of(Decision x) => new(
            x.Id, x.Subject, x.AuthorId, x.Guideline, x.RulebookVersion, x.Revision, x.EvidenceDigest, x.Finding, x.Automation,
            x.MadeAt, x.AppealUntil, [.. x.Outcomes.Select(Effect.Of)]);
    }

    public sealed record Effect(
        OutcomeId Id, OutcomeKind Kind, SubjectRef On, IReadOnlyList<Surface> Surfaces, double Weight, Audience Audience,
        IReadOnlyList<string> Territories, int? MinAge, IReadOnlyList<Feature> Features, DateTimeOffset From,
        DateTimeOffset? Until, DateTimeOffset? LiftedAt, HowLifted? Lifted = null)
    {
        internal static Effect Of(DecidedOutcome x) => new(
            x.Id, x.Kind, x.Subject, [.. x.Surfaces.Each()], x.Weight, x.Audience, x.Territories, x.MinAge, x.Features,
            x.From, x.Until, x.RetractedAt ?? x.EndedAt, x.Lifted);
    }

    internal sealed class Validator : AbstractValidator<EnforceDirectly>
    {
        public Validator()
        {
            RuleFor(x => x.Subject).Must(x => TextId.IsValid(x.Id)).WithMessage("'Subject' has no valid id.");
            RuleFor(x => x.Subject.Kind).IsInEnum();
            RuleFor(x => x.Guideline).NotEmpty();
            RuleFor(x => x.Finding).IsInEnum();
            RuleFor(x => x.Automation).IsInEnum();
            RuleFor(x => x.Ground).IsInEnum();
            RuleFor(x => x.Rationale).NotEmpty().MaximumLength(Decision.MaxRationaleLength);
            RuleFor(x => x.Detector).MaximumLength(200);
            RuleFor(x => x.DetectorVersion).MaximumLength(100);
            RuleFor(x => x.Rule).MaximumLength(200).NotEqual(BacklogPolicy.Rule);
            RuleFor(x => x.Cites).Must(x => x is not { Count: > Citation.Most }).WithMessage($"'Cites' may name {Citation.Most} decisions at most.");
            RuleFor(x => x.LegalGround).MaximumLength(500).NotEmpty().When(x => x.Ground is DecisionGround.Law);
            RuleFor(x => x.DecidedBy).Must(x => x is null || TextId.IsValid(x.Value.Value)).WithMessage("'Decided By' is not a valid id.");
            RuleForEach(x => x.Outcomes).NotNull().SetValidator(new OutcomeValidator());
        }
    }

    internal sealed class OutcomeValidator : AbstractValidator<ChosenOutcome>
    {
        public OutcomeValidator()
        {
            RuleFor(x => x.Kind).IsInEnum();
            RuleFor(x => x.On).IsInEnum();
            RuleFor(x => x.Audience).IsInEnum();
            RuleForEach(x => x.Surfaces).IsInEnum();
            RuleForEach(x => x.Features).IsInEnum();
        }
    }

    internal sealed class Handler(ModerationDb db, Ledgers ledgers, Deciding deciding) : IRequestHandler<EnforceDirectly, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(EnforceDirectly command, CancellationToken ct)
        {
            if (command.Automation is not Automation.Full && command.DecidedBy is null)
                return EnforcementErrors.DecidedByMissing;

            if (await db.AuthorOf(command.Subject, ct) is not { } author)
                return EnforcementErrors.UnknownSubject;

            await ledgers.Take(author);
            var judgement = await deciding.OnSubject(
                command.Subject, command.Revision, command.Guideline, command.Finding, command.Rationale, ct);
            if (!judgement.IsOk(out var said, out var refusal))
                return refusal;

            return (await deciding.Make(said with
            {
                Outcomes = command.Outcomes,
                Automation = command.Automation,
                DecidedBy = command.DecidedBy,
                Detector = command.Detector,
                DetectorVersion = command.DetectorVersion,
                Rule = command.Rule,
                Ground = command.Ground,
                LegalGround = command.LegalGround,
                Interim = command.Interim,
                Overrides = command.Overrides,
                Cites = command.Cites ?? [],
            }, ct)).Match<Result<Answer>>(decision => Answer.Of(decision), refused => refused);
        }
    }
}
