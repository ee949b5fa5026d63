using Moderation.Ranking;

namespace Moderation.Client;

/// <summary>What an account is now; what is left out is unknown.</summary>
/// <param name="FollowerCount">0 or more.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Age">In years, 0 to 150.</param>
/// <param name="ObservedAt">When it was seen so; older news than the platform has is accepted and left aside.</param>
public sealed record AccountFacts(
    string Handle, string? DisplayName = null, long? FollowerCount = null, string? Country = null, string? Language = null,
    int? Age = null, bool? IsMinor = null, string? Type = null, bool? IsPrivate = null, DateTimeOffset? CreatedAt = null,
    DateTimeOffset? ObservedAt = null);

/// <summary>What an item is now.</summary>
/// <param name="Kind"><c>post</c>, <c>story</c>, <c>reel</c>, <c>comment</c>, <c>profile</c>, <c>message</c> or <c>audioRoom</c>.</param>
/// <param name="ParentId">What a comment hangs under.</param>
/// <param name="ReshareOf">What it shows again.</param>
/// <param name="Audience"><c>public</c>, <c>followers</c> or <c>closeFriends</c>.</param>
/// <param name="Text">Up to 2,000,000 characters, and with everything else 4 MB.</param>
/// <param name="Media">100 at most.</param>
public sealed record ContentFacts(
    string AuthorId, string Kind, DateTimeOffset CreatedAt, string? Text = null, string? ParentId = null, string? ReshareOf = null,
    string? Audience = null, string? Language = null, DateTimeOffset? ObservedAt = null, IReadOnlyList<MediaFacts>? Media = null);

/// <summary>One picture, video or sound.</summary>
/// <param name="Kind"><c>image</c>, <c>video</c> or <c>audio</c>.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="TextShare">Share of the picture that is text, 0 to 1.</param>
/// <param name="PdqHash">256 bits, hexadecimal.</param>
/// <param name="PdqQuality">Of that hash, 0 to 100 as PDQ counts it; below 50 it is not compared with others.</param>
public sealed record MediaFacts(
    string Id, string Kind, string? Url = null, int? Width = null, int? Height = null, long? DurationMs = null, bool? HasAudio = null,
    bool? HasWatermark = null, bool? HasBorders = null, double? TextShare = null, string? PdqHash = null,
    int? PdqQuality = null);

/// <summary>What the platform now has of an item.</summary>
/// <param name="Revision">From 1.</param>
/// <param name="Publish"><c>yes</c>, <c>hold</c> or <c>no</c>.</param>
public sealed record ContentReceipt(string Id, int Revision, string Publish);

/// <summary>An account or an item.</summary>
/// <param name="Kind"><c>account</c> or <c>content</c>.</param>
public sealed record Subject(string Kind, string Id);

/// <summary>Somebody reports a subject.</summary>
/// <param name="Source"><c>member</c> or <c>trustedFlagger</c>.</param>
/// <param name="ExternalId">The sender's own id; the same twice is one.</param>
public sealed record ReportFacts(
    Subject Subject, string? ReporterId = null, string? Guideline = null, string? Details = null, string Source = "member",
    string? ExternalId = null);

/// <param name="CaseId">Null while the subject is unknown.</param>
public sealed record ReportReceipt(Guid ReportId, Guid? CaseId);

/// <summary>May these be shown here, to this viewer?</summary>
/// <param name="Viewer">Null where nothing is known; unknown age counts as under age.</param>
/// <param name="At">The instant; null for now.</param>
public sealed record EligibilityQuestion(
    Surface Surface, IReadOnlyList<Candidate> Candidates, Viewer? Viewer = null, DateTimeOffset? At = null);

/// <summary>An item, with its author where known, or an account.</summary>
/// <param name="Follows">Whether the viewer follows the author.</param>
public sealed record Candidate(string? Content = null, string? Author = null, bool? Follows = null, string? Account = null);

/// <param name="Version">At least everything up to it was reckoned with.</param>
/// <param name="Unknown">How many of the items the platform does not know; they are allowed.</param>
public sealed record EligibilityAnswer(long Version, IReadOnlyList<ToldVerdict> Verdicts, int Unknown);

/// <param name="Weight">What share of its value it keeps, 0 to 1; 0 when dropped.</param>
/// <param name="Grounds">Codes; empty for plain allow.</param>
public sealed record ToldVerdict(VerdictAction Action, double Weight, IReadOnlyList<string> Labels, IReadOnlyList<string> Grounds);
