using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>A lead says in which order queues stand and are asked.</summary>
/// <param name="Codes">Every queue once.</param>
[AllowedTo(Role.Lead)]
public sealed record OrderQueues(IReadOnlyList<string> Codes) : ICommand<Done>
{
    internal sealed class Validator : AbstractValidator<OrderQueues>
    {
        public Validator() => RuleFor(x => x.Codes).NotEmpty();
    }

    internal sealed class Handler(ModerationDb db, Heads heads) : IRequestHandler<OrderQueues, Result<Done>>
    {
        public async Task<Result<Done>> Handle(OrderQueues command, CancellationToken ct)
        {
            await heads.Next(Heads.Queues);
            var queues = await db.Set<Queue>().ToDictionaryAsync(x => x.Code, ct);
            // Somebody opened or removed one meanwhile.
            if (command.Codes.Count != queues.Count || !queues.Keys.ToHashSet().SetEquals(command.Codes))
                return PipelineErrors.ChangedMeanwhile;

            for (var place = 0; place < command.Codes.Count; place++)
                queues[command.Codes[place]].MoveTo(place);
            return default(Done);
        }
    }
}
