using System.Globalization;
using Microsoft.Extensions.Localization;
using Moderation.Content;
using Moderation.Pipeline;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Members;

/// <summary>How members are spoken to.</summary>
internal static class MemberWords
{
    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString(Moment.FullDay, CultureInfo.CurrentCulture);

    /// <summary>Of what is due within hours.</summary>
    public static string DayAndTime(DateTimeOffset at) => $"{Day(at)}, {at.UtcDateTime.ToString(Moment.Clock, CultureInfo.CurrentCulture)} UTC";

    extension(IStringLocalizer words)
    {
        /// <summary>"1 post", "2 posts".</summary>
        public string Many(string key, int count) =>
            count == 1 ? words[$"{key}.One"] : words[$"{key}.Many", count.ToString("N0", CultureInfo.CurrentCulture)];

        /// <summary>"a, b and c".</summary>
        public string All(IReadOnlyList<string> said) => said switch
        {
            [] => "",
            [var only] => only,
            _ => words["Status.And", string.Join(", ", said.SkipLast(1)), said[^1]],
        };

        public string Kind(ContentKind? kind) => words[$"Status.Kind.{kind?.ToString() ?? "Account"}"];

        /// <summary>Until when, or until it is lifted.</summary>
        public string Until(DateTimeOffset? until) => until is { } end ? words["Status.Until", Day(end)] : words["Status.UntilLifted"];

        /// <summary>A refusal in the member's language where we have it.</summary>
        public string Refusal(Error refusal) =>
            words[$"Appeals.Refusal.{refusal.Code}"] is { ResourceNotFound: false } said ? said.Value : refusal.Words;
    }
}
