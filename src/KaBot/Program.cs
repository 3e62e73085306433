using KaBot.Commands;
using KaBot.Web;

// A verb first: a command. Otherwise: the server, with the host's own options.
return args is [var verb, ..] && !verb.StartsWith('-')
    ? await CommandLine.RunAsync(args)
    : await Server.RunAsync(args);
