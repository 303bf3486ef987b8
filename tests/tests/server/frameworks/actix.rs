//! actix-web 4.

use std::net::TcpListener;

use actix_web::middleware::Compress;
use actix_web::{App, HttpServer, web};
use futures_util::future::join;
use tokio::sync::oneshot;

use super::Answer;

pub(super) async fn serve(listener: TcpListener, answer: Answer, stopped: oneshot::Receiver<()>) {
    let app = move || {
        let answer = answer.clone();
        App::new()
            .wrap(Compress::default())
            .route("/", web::route().to(move || std::future::ready(answer())))
            .route("/page", web::get().to(async || super::page()))
    };
    let server =
        HttpServer::new(app).workers(1).disable_signals().listen(listener).expect("a listener").run();
    let handle = server.handle();
    let stop = async {
        let _ = stopped.await;
        handle.stop(false).await;
    };
    join(server, stop).await.0.expect("serving");
}
