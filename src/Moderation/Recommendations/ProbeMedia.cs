using FluentValidation;
using MediatR;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.Recommendations;

/// <summary>A job looks into a media file that lies on this machine. Nothing is stored: what was measured goes in by <see cref="RecordFacts"/>.</summary>
/// <param name="File">A full path under the folder of <see cref="ProbeSettings"/>.</param>
[AllowedTo(Role.Product)]
public sealed record ProbeMedia(string File) : IQuery<ProbeMedia.Answer>
{
    /// <summary>Under which name what it measures is told.</summary>
    public const string Source = "probe";

    /// <param name="Unknown">What could not be told; it stays unknown.</param>
    public sealed record Answer(IReadOnlyList<Measured> Facts, IReadOnlyList<ContentFact> Unknown);

    public sealed record Measured(ContentFact Fact, double Measure);

    internal sealed class Validator : AbstractValidator<ProbeMedia>
    {
        public Validator() => RuleFor(x => x.File).NotEmpty().MaximumLength(4000);
    }

    internal sealed class Handler(ProbeSettings settings) : IRequestHandler<ProbeMedia, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(ProbeMedia query, CancellationToken ct)
        {
            var probe = new MediaProbe(settings);
            if (!probe.IsThere)
                return RecommendationErrors.NoProbe;
            if (settings.Inside(query.File) is not { } file)
                return RecommendationErrors.OutsideFolder;

            return await probe.At(file, ct) is { } look
                ? new Answer([.. look.Facts.Select(x => new Measured(x.Fact, x.Measure))], look.Unknown)
                : RecommendationErrors.Unreadable;
        }
    }
}
