namespace Moderation.Web;

/// <summary>The words people read, in their language; <c>Texts.resx</c> beside it is the English.</summary>
/// <remarks>Not in a namespace of its folder: that namespace would hide the class from every page.</remarks>
public sealed class Texts;
