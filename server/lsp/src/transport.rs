//! The two streams: messages in, messages out.
//!
//! The framework's own loop gives neither order nor liveness nor safety from panics, so this one takes its place:
//! - the future of every message is polled once, in the order of the wire, before the next message is looked at: what
//!   a handler does before it first awaits happens in that order;
//! - any number of requests may be under way: none waits for a slot, and cancelling needs none;
//! - a panic costs the message that caused it;
//! - what the server sends before it answers a request is written before the answer, so that partial results come
//!   before the response that ends them;
//! - a malformed message is answered with an error and skipped;
//! - reading goes on while the client does not read.

use std::panic::AssertUnwindSafe;

use futures::future::BoxFuture;
use futures::stream::FuturesUnordered;
use futures::{FutureExt, SinkExt, StreamExt};
use serde::Serialize;
use serde_json::Value;
use tokio::io::{
    AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader,
};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tower::Service;
use tower_lsp::jsonrpc::{Error, ErrorCode, Id, Request, Response};
use tower_lsp::{ClientSocket, ExitedError};

/// The longest line of a header, in bytes.
const MAX_HEADER_BYTES: u64 = 64 * 1024;

type Outcome = Option<Response>;

/// Serves until the client sends `exit` or closes its stream.
pub(crate) async fn serve<I, O, S>(input: I, output: O, service: S, socket: ClientSocket)
where
    I: AsyncRead + Unpin,
    O: AsyncWrite + Unpin,
    S: Service<Request, Response = Option<Response>, Error = ExitedError>,
    S::Future: Send + 'static,
{
    let (frames, queue) = unbounded_channel();
    let work = async {
        exchange(BufReader::new(input), frames, service, socket).await;
    };
    tokio::join!(work, write_frames(output, queue));
}

async fn exchange<I, S>(
    mut input: I,
    frames: UnboundedSender<Vec<u8>>,
    mut service: S,
    socket: ClientSocket,
) where
    I: AsyncBufRead + Unpin,
    S: Service<Request, Response = Option<Response>, Error = ExitedError>,
    S::Future: Send + 'static,
{
    let (mut requests, mut responses) = socket.split();
    let mut pending: FuturesUnordered<BoxFuture<'static, Outcome>> = FuturesUnordered::new();
    let mut frame = Frame::default();
    loop {
        let message = tokio::select! {
            biased;
            Some(request) = requests.next() => {
                send(&frames, &request);
                continue;
            }
            Some(outcome) = pending.next(), if !pending.is_empty() => {
                if let Some(response) = outcome {
                    send(&frames, &response);
                }
                continue;
            }
            message = read_message(&mut input, &mut frame) => message,
        };
        let value = match message {
            Ok(Some(value)) => value,
            Ok(None) => break,
            Err(error) => {
                tracing::warn!(%error, "malformed message");
                let code = Error::new(error.code());
                send(&frames, &Response::from_error(Id::Null, code));
                continue;
            }
        };
        let id = value
            .get("id")
            .and_then(|id| serde_json::from_value::<Id>(id.clone()).ok());
        if value.get("method").is_none() {
            match serde_json::from_value::<Response>(value) {
                // Fails once the service has exited, which ends this loop anyway.
                Ok(response) => drop(responses.send(response).await),
                Err(_) => send(
                    &frames,
                    &Response::from_error(id.unwrap_or_default(), Error::invalid_request()),
                ),
            }
            continue;
        }
        let Ok(request) = serde_json::from_value::<Request>(value) else {
            send(
                &frames,
                &Response::from_error(id.unwrap_or_default(), Error::invalid_request()),
            );
            continue;
        };
        let is_exit = request.method() == "exit";
        let Ok(call) = std::panic::catch_unwind(AssertUnwindSafe(|| service.call(request))) else {
            if let Some(id) = id {
                send(&frames, &Response::from_error(id, Error::internal_error()));
            }
            continue;
        };
        let mut call: BoxFuture<'static, Outcome> = AssertUnwindSafe(call)
            .catch_unwind()
            .map(move |outcome| match outcome {
                Ok(response) => response.unwrap_or_default(),
                Err(_) => id.map(|id| Response::from_error(id, Error::internal_error())),
            })
            .boxed();
        match (&mut call).now_or_never() {
            Some(Some(response)) => {
                flush_requests(&mut requests, &frames);
                send(&frames, &response);
            }
            Some(None) => {}
            None => pending.push(call),
        }
        if is_exit {
            break;
        }
    }
}

/// Writes what the server has sent already.
fn flush_requests(
    requests: &mut (impl futures::Stream<Item = Request> + Unpin),
    frames: &UnboundedSender<Vec<u8>>,
) {
    while let Some(Some(request)) = requests.next().now_or_never() {
        send(frames, &request);
    }
}

fn send(frames: &UnboundedSender<Vec<u8>>, message: &impl Serialize) {
    match serde_json::to_vec(message) {
        Ok(body) => {
            let mut frame = format!("Content-Length: {}\r\n\r\n", body.len()).into_bytes();
            frame.extend_from_slice(&body);
            // Fails once the client has closed its end, which is noticed when reading.
            let _closed = frames.send(frame);
        }
        Err(error) => tracing::error!(%error, "a message cannot be written as JSON"),
    }
}

async fn write_frames(mut output: impl AsyncWrite + Unpin, mut queue: UnboundedReceiver<Vec<u8>>) {
    while let Some(frame) = queue.recv().await {
        let written = match output.write_all(&frame).await {
            Ok(()) => output.flush().await,
            error => error,
        };
        if let Err(error) = written {
            tracing::warn!(%error, "the client does not read any more");
            return;
        }
    }
}

/// Why a message is not understood.
#[derive(Debug, thiserror::Error)]
enum MessageError {
    #[error("a header without `Content-Length`")]
    Header,
    #[error("the body is no JSON: {0}")]
    Json(serde_json::Error),
    #[error("the body is no JSON-RPC message")]
    Message,
}

impl MessageError {
    fn code(&self) -> ErrorCode {
        match self {
            MessageError::Header | MessageError::Json(_) => ErrorCode::ParseError,
            MessageError::Message => ErrorCode::InvalidRequest,
        }
    }
}

/// How far a message is read: reading can be interrupted at any byte, and goes on there.
#[derive(Debug, Default)]
struct Frame {
    line: Vec<u8>,
    length: Option<usize>,
    /// Whether the header is complete.
    in_body: bool,
    body: Vec<u8>,
}

/// The next message; `None` at the end of the stream.
async fn read_message(
    input: &mut (impl AsyncBufRead + Unpin),
    frame: &mut Frame,
) -> Result<Option<Value>, MessageError> {
    while !frame.in_body {
        let limit = MAX_HEADER_BYTES.saturating_sub(frame.line.len() as u64);
        let read = (&mut *input)
            .take(limit)
            .read_until(b'\n', &mut frame.line)
            .await;
        if !matches!(read, Ok(1..)) && limit > 0 {
            return Ok(None);
        }
        let line = std::mem::take(&mut frame.line);
        let line = String::from_utf8_lossy(&line);
        let line = line.trim();
        if let Some((name, value)) = line.split_once(':') {
            if name.trim().eq_ignore_ascii_case("content-length") {
                frame.length = value.trim().parse().ok();
            }
        } else if line.is_empty() {
            if frame.length.is_none() {
                return Err(MessageError::Header);
            }
            frame.in_body = true;
        }
    }
    let length = frame.length.unwrap_or(0);
    while frame.body.len() < length {
        let missing = (length - frame.body.len()) as u64;
        match (&mut *input).take(missing).read_buf(&mut frame.body).await {
            Ok(1..) => {}
            _ => return Ok(None),
        }
    }
    let Frame { body, .. } = std::mem::take(frame);
    let value: Value = serde_json::from_slice(&body).map_err(MessageError::Json)?;
    if value.is_object() {
        Ok(Some(value))
    } else {
        Err(MessageError::Message)
    }
}
