using System.Security.Cryptography;
using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>An authority orders something done to subjects. It is done at once; the same order sent twice is one.</summary>
/// <param name="MemberState">ISO 3166-1 alpha-2.</param>
/// <param name="Reference">The authority's own.</param>
/// <param name="LegalBasis">Up to 500 characters; the person reads it as the ground.</param>
/// <param name="Subjects">1 to 100.</param>
/// <param name="Territories">Where the outcomes count that name none themselves; none means everywhere.</param>
/// <param name="ConfidentialUntil">Until then the person is not told; an instant that has passed means nothing.</param>
/// <param name="Redress">Where the person can turn to.</param>
[AllowedTo(Role.Lead, Scopes = [Scope.Enforcer])]
public sealed record ObeyOrder(
    string Authority, string MemberState, string Reference, string LegalBasis, IReadOnlyList<SubjectRef> Subjects,
    IReadOnlyList<ChosenOutcome> Outcomes, string Redress, IReadOnlyList<string>? Territories = null,
    DateTimeOffset? DueAt = null, DateTimeOffset? ConfidentialUntil = null) : ICommand<ObeyOrder.Answer>
{
    public const int MaxSubjects = 100;

    public sealed record Answer(
        OrderId OrderId, DateTimeOffset AcknowledgedAt, DateTimeOffset? ConfidentialUntil, IReadOnlyList<OnSubject> Subjects, IReadOnlyList<EnforceDirectly.Answer> Decisions)
    {
        public OrderId Id => OrderId;
    }

    /// <param name="EffectiveAt">When the first of its outcomes begins.</param>
    public sealed record OnSubject(SubjectRef Subject, DecisionId DecisionId, DateTimeOffset EffectiveAt);

    internal sealed class Validator : AbstractValidator<ObeyOrder>
    {
        public Validator()
        {
            RuleFor(x => x.Authority).NotEmpty().MaximumLength(Order.MaxWordLength);
            RuleFor(x => x.MemberState).NotNull().Matches("^[A-Za-z]{2}$").WithMessage("'Member State' is a country code of two letters.");
            RuleFor(x => x.Reference).NotEmpty().MaximumLength(Order.MaxWordLength);
            RuleFor(x => x.LegalBasis).NotEmpty().MaximumLength(Order.MaxLegalBasisLength);
            RuleFor(x => x.Redress).NotEmpty().MaximumLength(Order.MaxTextLength);
            RuleFor(x => x.Subjects).NotEmpty().Must(x => x is not { Count: > MaxSubjects }).WithMessage($"'Subjects' may name {MaxSubjects} at most.");
            RuleForEach(x => x.Subjects).Must(x => TextId.IsValid(x.Id) && Enum.IsDefined(x.Kind)).WithMessage("A subject has no valid id.");
            RuleFor(x => x.Outcomes).NotEmpty();
            RuleForEach(x => x.Outcomes).NotNull().SetValidator(new EnforceDirectly.OutcomeValidator());
            RuleFor(x => x.ConfidentialUntil).LessThan(DateTimeOffset.MaxValue.AddYears(-100)).WithMessage("'Confidential Until' is too far away.");
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, Colleagues colleagues, Ledgers ledgers, Deciding deciding, TimeProvider clock)
        : IRequestHandler<ObeyOrder, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(ObeyOrder command, CancellationToken ct)
        {
            var digest = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command, PipelineJson.Options)));
            if (await db.Set<Order>().AsNoTracking().FirstOrDefaultAsync(x => x.Authority == command.Authority && x.Reference == command.Reference, ct) is { } before)
                return before.Digest == digest ? await Done(before, ct) : EnforcementErrors.OrderDiffers;
            if (command.Outcomes.Any(x => x.Kind is OutcomeKind.Strike))
                return EnforcementErrors.OrderStrike;

            var authors = new List<AccountId>();
            foreach (var subject in command.Subjects.Distinct())
            {
                if (await db.AuthorOf(subject, ct) is not { } author)
                    return EnforcementErrors.UnknownSubject;
                if (await colleagues.IsOwn(author, ct))
                    return EnforcementErrors.OwnDecision;
                authors.Add(author);
            }

            await ledgers.Take(authors);
            return await Obey(command, db.Add(Order.Of(command, digest, clock.GetUtcNow())).Entity, ct);
        }

        private async Task<Result<Answer>> Obey(ObeyOrder command, Order order, CancellationToken ct)
        {
            var made = new List<Decision>();
            foreach (var subject in command.Subjects.Distinct())
            {
                if (!(await deciding.OnSubject(subject, null, Order.Code, Finding.Violates, $"{order.Authority}, {order.Reference}", ct)).IsOk(out var said, out var refusal))
                    return refusal;
                if (!(await deciding.Make(said with
                {
                    Order = order.Id,
                    Outcomes = [.. command.Outcomes.Select(x => x with { Territories = x.Territories ?? command.Territories })],
                    Ground = DecisionGround.Law,
                    LegalGround = order.LegalBasis,
                    NoticeAt = order.ConfidentialUntil,
                    DecidedBy = call.Actor is Actor.Staff(var self) ? self : null,
                }, ct)).IsOk(out var decision, out refusal))
                    return refusal;
                made.Add(decision);
            }

            return Told(order, made);
        }

        private async Task<Answer> Done(Order order, CancellationToken ct) =>
            Told(order, await db.Decisions.AsNoTracking().Where(x => x.OrderId == order.Id).OrderBy(x => x.Id).ToListAsync(ct));

        private static Answer Told(Order order, List<Decision> decisions) => new(
            order.Id, order.AcknowledgedAt, order.ConfidentialUntil,
            [.. decisions.Select(x => new OnSubject(x.Subject, x.Id, x.Outcomes.Min(y => y.From)))], [.. decisions.Select(EnforceDirectly.Answer.Of)]);
    }
}
