using System.Text.Json;
using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Guidelines;

/// <summary>A policy manager asks, in sentences, what differs between two rulebooks, each a version or a draft.</summary>
/// <param name="FromVersion">The earlier one, unless <paramref name="FromDraft"/> is named.</param>
/// <param name="ToVersion">The later one, unless <paramref name="ToDraft"/> is named.</param>
[AllowedTo(Role.PolicyManager)]
public sealed record RulebookDifference(int? FromVersion, DraftId? FromDraft, int? ToVersion, DraftId? ToDraft) : IQuery<RulebookDifference.Answer>
{
    public sealed record Answer(IReadOnlyList<RulebookChange> Changes);

    internal sealed class Validator : AbstractValidator<RulebookDifference>
    {
        public Validator()
        {
            RuleFor(x => x).Must(x => x.FromVersion is null != (x.FromDraft is null)).WithName("From").WithMessage("Name a version or a draft to compare from.");
            RuleFor(x => x).Must(x => x.ToVersion is null != (x.ToDraft is null)).WithName("To").WithMessage("Name a version or a draft to compare with.");
        }
    }

    internal sealed class Handler(ModerationDb db) : IRequestHandler<RulebookDifference, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(RulebookDifference query, CancellationToken ct)
        {
            if (!(await db.RulebookJson(query.FromVersion, query.FromDraft, ct)).IsOk(out var before, out var refusal)
                || !(await db.RulebookJson(query.ToVersion, query.ToDraft, ct)).IsOk(out var after, out refusal))
                return refusal;

            try
            {
                return new Answer(RulebookDiff.Between(before, after));
            }
            // A draft may be anything while it is written.
            catch (JsonException mistake)
            {
                return GuidelineErrors.Unreadable(Places.Line(mistake.LineNumber));
            }
        }
    }
}
