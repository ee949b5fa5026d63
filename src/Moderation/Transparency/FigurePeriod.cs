using FluentValidation;
using Moderation.Review;

namespace Moderation.Transparency;

/// <summary>How far figures look back from now.</summary>
public enum FigurePeriod
{
    /// <summary>24 hours; drawn by the hour.</summary>
    Day,

    /// <summary>7 days; drawn by the quarter of a day.</summary>
    Week,

    /// <summary>28 days; drawn by the day.</summary>
    Month,
}

/// <summary>A question about figures, of which parts can be asked for.</summary>
internal interface IFigures
{
    /// <summary>The code of a queue; null for all.</summary>
    string? Queue { get; }

    /// <summary>The code of a guideline; null for all.</summary>
    string? Guideline { get; }
}

internal static class FigurePeriods
{
    private const int MaxCode = 100;

    extension(FigurePeriod period)
    {
        public TimeSpan Length => TimeSpan.FromDays(period switch { FigurePeriod.Day => 1, FigurePeriod.Week => 7, _ => 28 });

        public TimeSpan Bucket => TimeSpan.FromHours(period switch { FigurePeriod.Day => 1, FigurePeriod.Week => 6, _ => 24 });

        /// <summary>Whole buckets, the oldest first; the one that is not over yet would look like a fall.</summary>
        public IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> Buckets(DateTimeOffset now)
        {
            var bucket = period.Bucket;
            var end = new DateTimeOffset(now.UtcTicks - now.UtcTicks % bucket.Ticks, TimeSpan.Zero);
            for (var from = end - period.Length; from < end; from += bucket)
                yield return (from, from + bucket);
        }
    }

    extension<T>(AbstractValidator<T> validator) where T : IFigures
    {
        public void CheckParts()
        {
            validator.RuleFor(x => x.Queue).MaximumLength(Queue.MaxCodeLength);
            validator.RuleFor(x => x.Guideline).MaximumLength(MaxCode);
        }
    }
}
