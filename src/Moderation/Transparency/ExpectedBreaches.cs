using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Review;

namespace Moderation.Transparency;

/// <summary>A lead asks what will be over its time within the next hour, if people go on as they do.</summary>
[AllowedTo(Role.Lead, Role.Admin)]
public sealed record ExpectedBreaches(string? Queue = null) : IQuery<ExpectedBreaches.Answer>
{
    /// <summary>So many within ten minutes are worth a lead's attention.</summary>
    public const int AlertAt = 10;

    /// <summary>Of a slot, in minutes.</summary>
    public const int SlotMinutes = 10;

    /// <param name="PerHour">Decisions an hour that this counts with.</param>
    /// <param name="Slots">Each ten minutes of the next hour.</param>
    /// <param name="Hour">All of it.</param>
    public sealed record Answer(DateTimeOffset AsOf, double PerHour, IReadOnlyList<ExpectedLate> Slots, ExpectedLate Hour);

    internal sealed class Validator : AbstractValidator<ExpectedBreaches>
    {
        public Validator() => RuleFor(x => x.Queue).MaximumLength(Review.Queue.MaxCodeLength);
    }

    internal sealed class Handler(ForecastFacts facts, KeptFigures kept) : IRequestHandler<ExpectedBreaches, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(ExpectedBreaches query, CancellationToken ct) => await kept.Of(query, async now =>
        {
            var pools = await facts.Pools(query.Queue, now, ct);
            var each = pools.Select(BreachForecast.Of).ToArray();
            // The same people are quick or slow in all six, so within a pool the extremes come together.
            var hours = each.Select(x => new ExpectedLate(x.Sum(y => y.Low), x.Sum(y => y.Likely), x.Sum(y => y.High)));
            return new Answer(now, pools.Sum(x => x.PerHour), BreachForecast.Of(pools), BreachForecast.Sum(hours));
        });
    }
}
