using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>A fact-checker says what a check that could not be read means.</summary>
[AllowedTo(Role.FactChecker)]
public sealed record RateClaim(FactCheckId FactCheck, Rating Rating) : ICommand<Done>
{
    internal sealed class Validator : AbstractValidator<RateClaim>
    {
        public Validator() => RuleFor(x => x.Rating).IsInEnum();
    }

    internal sealed class Handler(ModerationDb db, Publishers publishers, Labelling labelling, Spreading spreading, Checkable checkable, Call call, TimeProvider clock)
        : IRequestHandler<RateClaim, Result<Done>>
    {
        public async Task<Result<Done>> Handle(RateClaim command, CancellationToken ct)
        {
            if (await db.FactChecks.FirstOrDefaultAsync(x => x.Id == command.FactCheck, ct) is not { } check)
                return FactCheckErrors.Unknown;
            if (await checkable.IsOwn(check.Id, ct))
                return ClaimErrors.Own;
            if (!check.Rate(command.Rating, publishers.Binds(await publishers.Of(check.Review, ct)), clock.GetUtcNow()).IsOk(out var done, out var refusal))
                return refusal;

            check.SaidBy((call.Actor as Actor.Staff)?.Id);
            var labelled = new List<ContentId>();
            foreach (var item in await db.RatedItems.Where(x => x.FactCheckId == check.Id).OrderBy(x => x.ContentId).ToListAsync(ct))
                if (await labelling.Label(check, item, ct))
                    labelled.Add(item.ContentId);
            await spreading.Begin(check, labelled, ct);
            return done;
        }
    }
}
