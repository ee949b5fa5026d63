using MediatR;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;

namespace Moderation.Review;

/// <summary>A moderator takes the case with the highest priority that they may see; nobody else can take it meanwhile.</summary>
/// <param name="Queues">Only from these; null for all that the person may see.</param>
/// <param name="Languages">Only in these; null for all that the person reads.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety, Scopes = [Scope.Reviewer])]
public sealed record ClaimNextCase(StaffId Reviewer, IReadOnlyList<string>? Queues = null, IReadOnlyList<string>? Languages = null)
    : ICommand<ClaimNextCase.Answer>
{
    /// <param name="ClaimNumber">Must come back with the decision.</param>
    /// <param name="LeaseUntil">When the claim ends unless renewed.</param>
    public sealed record Answer(CaseId CaseId, long ClaimNumber, DateTimeOffset LeaseUntil, Summary Case);

    public sealed record Summary(
        SubjectRef Subject, AccountId Author, int? Revision, Severity Severity, DateTimeOffset OpenedAt, DateTimeOffset DueAt,
        int Reports, int Signals, IReadOnlyList<string> Guidelines, string? Question);

    internal sealed class Handler(Colleagues colleagues, Claims claims) : IRequestHandler<ClaimNextCase, Result<Answer>>
    {
        // Others take heads of lanes at the same time; each time one is lost, somebody else got it.
        private const int MaxLooks = 100;

        public async Task<Result<Answer>> Handle(ClaimNextCase command, CancellationToken ct)
        {
            if (!(await colleagues.Named(command.Reviewer, Claims.Roles, ct)).IsOk(out var member, out var stranger))
                return stranger;

            var readable = (await claims.LanesFor(member, ct)).Where(x => Reads(command, member, x)).Select(x => x.Id).ToArray();

            for (var look = 0; look < MaxLooks; look++)
            {
                if (await claims.HeadOf(readable, member, ct) is not { } head)
                    return ReviewErrors.NothingWaits;

                if (await claims.Take(head, member.Id, ct) is { } lease)
                    return new Answer(head.Id, lease.Number, lease.Until, Claims.Summarise(head));
            }

            return PipelineErrors.ChangedMeanwhile;
        }

        private static bool Reads(ClaimNextCase command, StaffMember member, Lane lane) =>
            (lane.Skill is "" || member.Skills.Contains(lane.Skill))
            && (command.Queues is null || command.Queues.Contains(lane.Queue))
            && (command.Languages is null || lane.Language is "" || command.Languages.Any(x => Lane.LanguageOf(x) == lane.Language))
            && (member.Languages.Count == 0 || lane.Language is "" || member.Languages.Exists(x => Lane.LanguageOf(x) == lane.Language));
    }
}
