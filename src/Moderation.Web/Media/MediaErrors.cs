using Moderation.Pipeline;

namespace Moderation.Web.Media;

/// <summary>Why a picture, video or sound is not shown.</summary>
internal static class MediaErrors
{
    public static Error NoAddress { get; } = new(Refusal.Unknown, "media.noAddress", "The host platform did not say where this lies.");

    public static Error NotAllowed { get; } = new(Refusal.Unprocessable, "media.hostNotAllowed", "Media are not fetched from this address.");

    public static Error NotReached { get; } = new(Refusal.Unprocessable, "media.notReached", "The server that has this could not be reached.");

    public static Error NotThere { get; } = new(Refusal.Gone, "media.notThere", "The server that has this does not give it out.");

    public static Error TooManyRedirects { get; } = new(Refusal.Unprocessable, "media.redirects", "This address leads from one to the next.");

    public static Error WrongType { get; } = new(Refusal.Unprocessable, "media.wrongType", "This is no picture, video or sound that is passed on.");

    public static Error TooLarge { get; } = new(Refusal.TooLarge, "media.tooLarge", "This is larger than what is passed on.");

    public static Error TooSlow { get; } = new(Refusal.Busy, "media.tooSlow", "The server that has this did not answer in time.");

    public static Error Busy { get; } = new(Refusal.Busy, "media.busy", "Too much is being fetched at the moment.");
}
